import { createHash } from 'node:crypto';
import { createJobWork, createServices, createStandings, type Foundation } from '../src/app';
import { type Actor } from '../src/auth/actor';
import { type Bucket } from '../src/data/bucket';
import { uploadKey } from '../src/modules/jobs/job.keys';
import { newId } from '../src/shared/ids';
import { Meter } from '../test/support/meter';

const ROWS = 10_000;

/** An import of households from its file to its report: items per second, and write and read units per item. */
export async function importHouseholds(options: {
  foundation: Foundation;
  actor: Actor;
  area: string;
  courtyard: string;
}): Promise<string[]> {
  const { actor, area, courtyard } = options;
  const foundation = { ...options.foundation, transfers: bucketInMemory() };
  const { jobs } = createServices(foundation, createStandings(foundation));
  const lines = Array.from(
    { length: ROWS },
    (_none, index) => `${courtyard},${String(index)}-1-101,${String(index)} 栋 101 号,2\n`,
  );
  const file = Buffer.from(`院落编码,门牌,地址,人数\n${lines.join('')}`);
  const sha256 = createHash('sha256').update(file).digest('base64');
  const meter = new Meter(foundation.table.client);
  const said: string[] = [];
  for (const what of ['new', 'unchanged']) {
    const input = {
      id: newId(),
      kind: 'HOUSEHOLDS' as const,
      area,
      dryRun: false,
      size: file.length,
      sha256,
    };
    await jobs.openImport(actor, input);
    await foundation.transfers.write(uploadKey(input.id), file, 'text/csv');
    meter.reset();
    const started = performance.now();
    const { outcome } = await createJobWork(foundation).arrived(
      uploadKey(input.id),
      () => 900_000,
    );
    if (outcome !== 'DONE') throw new Error(`The import came to ${outcome}.`);
    const seconds = (performance.now() - started) / 1000;
    const each = (units: number) => (units / ROWS).toFixed(2);
    said.push(
      `  ${`${String(ROWS)} households, ${what}`.padEnd(34)} ${(ROWS / seconds).toFixed(0)} a second   ` +
        `${each(meter.writeUnits)} write units, ${each(meter.readUnits)} read units each`,
    );
  }
  return said;
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
    write: (key, bytes) => {
      files.set(key, bytes);
      return Promise.resolve();
    },
  };
}
