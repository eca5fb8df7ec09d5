import { createHash } from 'node:crypto';
import { createJobWork } from '../src/app/job-work';
import { createWholeServices } from '../src/app/backstage';
import { createStandings } from '../src/app/standings';
import { type Foundation } from '../src/app/foundation';
import { type Actor } from '../src/auth/actor';
import { type Bucket } from '../src/data/bucket';
import { uploadKey } from '../src/modules/jobs/job.keys';
import { checkCharacter } from '../src/shared/identity-number.rules';
import { newId } from '../src/shared/ids';
import { Meter } from '../test/support/meter';

/** Doors of a courtyard; a large estate of Chengdu has some hundreds. */
const DOORS = 300;
const PEOPLE_BEHIND_A_DOOR = 3;

interface Options {
  readonly foundation: Foundation;
  readonly actor: Actor;
  /** The community that everything is brought into, and a grid of it. */
  readonly area: string;
  readonly grid: string;
  readonly rows?: number;
}

/** Imports of households and residents from file to report: items a second, write and read units an item. */
export async function importRegistry({ rows = 10_000, ...options }: Options): Promise<string[]> {
  const { actor, area, grid } = options;
  const foundation = { ...options.foundation, transfers: bucketInMemory() };
  const { jobs, areas, areaImports } = createWholeServices(foundation, createStandings(foundation));
  const names = (await areas.lookUp(grid))?.names ?? [];
  const doors = Math.ceil(rows / PEOPLE_BEHIND_A_DOOR);
  const courtyards = Array.from({ length: Math.ceil(Math.max(doors, rows) / DOORS) }, (_none, index) => ({
    code: `${grid}${String(500 + index)}`,
    names: [...names, `院 ${String(index)}`],
  }));
  await areaImports.importAreas(courtyards);
  const meter = new Meter(foundation.table.client);
  const files = { HOUSEHOLDS: householdsIn(grid, rows), RESIDENTS: residentsIn(grid, rows) } as const;
  const said: string[] = [];
  for (const kind of ['HOUSEHOLDS', 'RESIDENTS'] as const) {
    for (const what of ['new', 'unchanged']) {
      const file = Buffer.from(files[kind]);
      const sha256 = createHash('sha256').update(file).digest('base64');
      const input = { id: newId(), kind, area, dryRun: false, size: file.length, sha256 };
      await jobs.openImport(actor, input);
      await foundation.transfers.write(uploadKey(input.id), file, 'text/csv');
      meter.reset();
      const started = performance.now();
      const { outcome } = await createJobWork(foundation).arrived(uploadKey(input.id), () => 900_000);
      if (outcome !== 'DONE') throw new Error(`The import came to ${outcome}.`);
      const seconds = (performance.now() - started) / 1000;
      const each = (units: number) => (units / rows).toFixed(2);
      said.push(
        `  ${`${String(rows)} ${kind.toLowerCase()}, ${what}`.padEnd(34)} ${(rows / seconds).toFixed(0)} a second   ` +
          `${each(meter.writeUnits)} write units, ${each(meter.readUnits)} read units each`,
      );
    }
  }
  return said;
}

/** A file of households, in courtyards that follow each other. */
function householdsIn(grid: string, rows: number): string {
  const lines = numbers(rows).map(
    (index) => `${courtyardOf(grid, index)},8-1-${String(index)},8 栋 ${String(index)} 号\n`,
  );
  return `院落编码,门牌,地址\n${lines.join('')}`;
}

/** A file of residents, three behind a door; their numbers are of a region that is none. */
function residentsIn(grid: string, rows: number): string {
  const lines = numbers(rows).map((index) => {
    const door = Math.floor(index / PEOPLE_BEHIND_A_DOOR);
    const relation = ['户主', '配偶', '子女'][index % PEOPLE_BEHIND_A_DOOR] ?? '其他';
    const day = new Date(Date.UTC(1950, 0, 1 + Math.floor(index / 1000))).toISOString().slice(0, 10);
    const digits = `510199${day.replaceAll('-', '')}${String(index % 1000).padStart(3, '0')}`;
    const phone = `154${String(index).padStart(8, '0')}`;
    const who = `测试者,${digits}${checkCharacter(digits)},${phone},户籍`;
    return `${who},${courtyardOf(grid, door)},9-1-${String(door)},${relation},2020-01-01\n`;
  });
  return `姓名,公民身份号码,联系电话,人口类别,院落编码,门牌,与户主关系,入住日期\n${lines.join('')}`;
}

function courtyardOf(grid: string, door: number): string {
  return `${grid}${String(500 + Math.floor(door / DOORS))}`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, index) => index);
}

/** Files are not what is measured. */
function bucketInMemory(): Bucket {
  const files = new Map<string, Uint8Array>();
  return {
    presignUpload: () => Promise.reject(new Error('Nobody uploads here.')),
    presignDownload: () => Promise.reject(new Error('Nobody downloads here.')),
    read: (key) => {
      const bytes = files.get(key);
      return Promise.resolve(bytes && { bytes, tooLarge: false });
    },
    open: () => Promise.reject(new Error('Nobody looks into files here.')),
    keepUntil: () => Promise.resolve(),
    remove: () => Promise.reject(new Error('Nobody removes files here.')),
    setLegalHold: () => Promise.reject(new Error('Nobody holds files here.')),
    get multipart(): never {
      throw new Error('Nobody uploads in parts here.');
    },
    write: (key, bytes) => {
      files.set(key, bytes);
      return Promise.resolve();
    },
  };
}
