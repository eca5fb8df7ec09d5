import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import { openFile } from '../../../src/modules/jobs/file-read.format';
import { tableOf } from '../../../src/modules/jobs/tables.rules';
import { type Actor } from '../../../src/auth/actor';
import {
  ExportOpenDocument,
  type ExportFormat,
  JobsDocument,
  type JobKind,
} from '../../generated/operations';
import { run } from '../../support/api';
import { ENOUGH, bringIn, fetched, jobOf, workOf } from '../../support/jobs';
import { makeWorld, type World } from '../../support/world';

let world: World;
const importHousehold = async (door: string, address: string) => {
  const reads = createCollectionReader(world.foundation.table);
  await world.services.registryImport.importHousehold(reads, { courtyard: world.courtyard, door, address });
};
beforeEach(async () => {
  world = await makeWorld({ ownTable: true });
  await importHousehold('1-1-101', '=HYPERLINK("x")');
  await importHousehold('1-1-102', '一号院');
});

async function open(actor: Actor, kind: JobKind, format: ExportFormat, area: string) {
  const input = { id: newId(), kind, format, area };
  const { data, errors } = await run(world, actor, ExportOpenDocument, { input });
  return { id: input.id, refusal: errors[0]?.extensions?.code ?? data.openExport.userErrors[0]?.code };
}

async function takeOut(actor: Actor, kind: JobKind, format: ExportFormat, area: string) {
  const { id } = await open(actor, kind, format, area);
  expect(await jobOf(world, actor, id)).toMatchObject({ state: 'QUEUED', fileUrl: null });
  await workOf(world).workOnDue(ENOUGH);
  return jobOf(world, actor, id);
}

describe('an export', () => {
  it('of households is a CSV for Excel, in which no cell is a formula, and the job is its record', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const job = await takeOut(staff, 'HOUSEHOLDS', 'CSV', world.community);
    expect(job).toMatchObject({ state: 'DONE', openedBy: staff.name, report: null, progress: { rows: 2 } });
    expect(await fetched(job.fileUrl)).toBe(
      '\ufeff院落编码,门牌,地址,户类型,人数\r\n' +
        `${world.courtyard},1-1-101,"'=HYPERLINK(""x"")",家庭户,0\r\n` +
        `${world.courtyard},1-1-102,一号院,家庭户,0\r\n`,
    );
    const { data } = await run(world, staff, JobsDocument, { area: world.community });
    expect(data.jobs?.edges.map(({ node }) => [node.id, node.state, node.progress.rows])).toEqual([
      [job.id, 'DONE', 2],
    ]);
  });

  it('brought in again changes nothing, as CSV and as XLSX', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    for (const format of ['CSV', 'XLSX'] as const) {
      const job = await takeOut(staff, 'HOUSEHOLDS', format, world.courtyard);
      const file = new Uint8Array(await (await fetch(job.fileUrl ?? '')).arrayBuffer());
      expect((await bringIn(world, staff, file)).report).toMatchObject({ good: 0, bad: 0, unchanged: 2 });
    }
  });

  it('of areas is GeoJSON with the boundaries, and JSON Lines', async () => {
    const staff = world.actor('STREET_STAFF');
    const geo = await takeOut(staff, 'AREAS', 'GEOJSON', world.community);
    const { features } = JSON.parse(await fetched(geo.fileUrl)) as {
      features: { properties: { code: string }; geometry: { type: string } | null }[];
    };
    expect(features.map(({ properties: { code }, geometry }) => [code, geometry?.type])).toEqual([
      [world.community, undefined],
      [world.grid, 'Polygon'],
      [world.nextGrid, 'Polygon'],
      [world.courtyard, undefined],
    ]);
    const lines = await takeOut(staff, 'AREAS', 'JSONL', world.grid);
    const rows = (await fetched(lines.fileUrl)).trim().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { name: string }).name)).toEqual(['第一网格', '一号院']);
  });

  it('of a thousand and more rows is whole', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const doors = Array.from({ length: 1_200 }, (_none, number) => ({
      home: { courtyard: world.courtyard, door: `2-1-${String(number)}`, address: '路' },
      people: [],
    }));
    await world.services.registryLoad.load(doors);
    const job = await takeOut(staff, 'HOUSEHOLDS', 'XLSX', world.grid);
    const file = new Uint8Array(await (await fetch(job.fileUrl ?? '')).arrayBuffer());
    expect((await openFile(file, tableOf('HOUSEHOLDS'))).rows).toBe(1_202);
  });

  it('is for those who may see what is taken, and its file for whoever took it', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const job = await takeOut(staff, 'HOUSEHOLDS', 'CSV', world.community);
    const colleague = await jobOf(world, world.actor('COMMUNITY_STAFF'), job.id);
    expect(colleague).toMatchObject({ state: 'DONE', openedBy: staff.name, fileUrl: null });
    const refusals = await Promise.all([
      open(staff, 'HOUSEHOLDS', 'CSV', world.otherCommunity),
      open(world.actor('STREET_STAFF'), 'HOUSEHOLDS', 'CSV', world.street),
      open(world.actor('ADMINISTRATOR'), 'AREAS', 'CSV', world.district),
      open(staff, 'HOUSEHOLDS', 'GEOJSON', world.community),
    ]);
    expect(refusals.map(({ refusal }) => refusal)).toEqual([
      ...['JOB_OUT_OF_AREA', 'JOB_OUT_OF_AREA', 'FORBIDDEN', 'JOB_FORMAT_NOT_FOR_KIND'],
    ]);
  });
});
