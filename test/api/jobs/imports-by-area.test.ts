import {
  AreaPageDocument,
  ImportJobDocument,
  ImportOpenDocument,
  type JobKind,
  JobsDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { bringIn, importOf, jobOf, openWithFile } from '../../support/jobs';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld({ ownTable: true });
});

describe('an import of areas', () => {
  const csv = (rows: string[]) => `编码,名称,边界\n${rows.join('\n')}\n`;
  const square = 'POLYGON ((104.1 30.6, 104.103 30.6, 104.103 30.603, 104.1 30.603, 104.1 30.6))';

  it('takes in grids with boundaries and courtyards, each below what stands above it', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const grid = `${world.community}009`;
    const file = csv([
      `${grid},第九网格,"${square}"`,
      `${grid}001,九号院,`,
      `${world.community}888001,孤儿院落,`,
    ]);
    const job = await bringIn(world, staff, file, { kind: 'AREAS' });
    expect(job.report).toMatchObject({ good: 2, bad: 1 });
    expect(job.findings).toMatchObject([{ line: 4, code: 'PARENT_UNKNOWN' }]);
    const { data } = await run(world, staff, AreaPageDocument, { code: `${grid}001` });
    expect(data.area?.name).toBe('九号院');
    const found = await world.services.areas.gridAt({ latitude: 30.601, longitude: 104.101 });
    expect(found?.code).toBe(grid);
    expect((await bringIn(world, staff, file, { kind: 'AREAS' })).report).toMatchObject({
      good: 0,
      unchanged: 2,
    });
  });

  it('as GeoJSON is the same, and a boundary that is none is refused', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const ring = [
      [104.1, 30.6],
      [104.103, 30.6],
      [104.103, 30.603],
      [104.1, 30.6],
    ];
    const feature = (code: string, coordinates: unknown) => ({
      ...{ type: 'Feature', properties: { code, name: '网格' }, geometry: { type: 'Polygon', coordinates } },
    });
    const features = [
      feature(`${world.community}011`, [ring]),
      feature(`${world.community}012`, [ring.slice(0, 3)]),
      feature(`${world.community}013`, [
        [
          [0, 0],
          [100, 0],
          [100, 50],
          [0, 0],
        ],
      ]),
    ];
    const file = JSON.stringify({ type: 'FeatureCollection', features });
    const job = await bringIn(world, staff, file, { kind: 'AREAS', format: 'GEOJSON' });
    expect(job.report).toMatchObject({ good: 1, bad: 2 });
    expect(job.findings.map(({ line, code }) => [line, code])).toEqual([
      [3, 'BOUNDARY_INVALID'],
      [4, 'BOUNDARY_INVALID'],
    ]);
  });

  it('as a dry run knows the areas of earlier lines, though nothing of them stands', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const rows = Array.from({ length: 5 }, (_none, index) => `${world.community}02${index},网格,`);
    const courtyards = Array.from({ length: 5 }, (_none, index) => `${world.community}02${index}001,院,`);
    const job = await bringIn(world, staff, csv([...rows, ...courtyards]), { kind: 'AREAS', dryRun: true });
    expect(job.report).toMatchObject({ good: 10, bad: 0 });
    expect(await world.services.areas.lookUp(`${world.community}020`)).toBeUndefined();
  });
});

describe('who may', () => {
  const refusalOf = async (role: Parameters<World['actor']>[0], kind: JobKind, area: string) => {
    const input = importOf(Buffer.from('x'), kind, area);
    const { data, errors } = await run(world, world.actor(role), ImportOpenDocument, { input });
    return errors[0]?.extensions?.code ?? data.openImport.userErrors[0]?.code;
  };

  it('bring in: staff within their area, an administrator areas and staff only, others not at all', async () => {
    const { community, otherCommunity, district } = world;
    expect(await refusalOf('COMMUNITY_STAFF', 'HOUSEHOLDS', community)).toBeUndefined();
    expect(await refusalOf('COMMUNITY_STAFF', 'HOUSEHOLDS', otherCommunity)).toBe('JOB_OUT_OF_AREA');
    expect(await refusalOf('STREET_STAFF', 'AREAS', otherCommunity)).toBeUndefined();
    expect(await refusalOf('ADMINISTRATOR', 'AREAS', district)).toBeUndefined();
    expect(await refusalOf('ADMINISTRATOR', 'STAFF', district)).toBeUndefined();
    expect(await refusalOf('DISTRICT_STAFF', 'STAFF', district)).toBe('JOB_OUT_OF_AREA');
    expect(await refusalOf('ADMINISTRATOR', 'RESIDENTS', district)).toBe('JOB_OUT_OF_AREA');
    expect(await refusalOf('ADMINISTRATOR', 'HOUSEHOLDS', district)).toBe('JOB_OUT_OF_AREA');
    expect(await refusalOf('GRID_WORKER', 'HOUSEHOLDS', world.grid)).toBe('FORBIDDEN');
    expect(await refusalOf('COMMUNITY_STAFF', 'HOUSEHOLDS', '51')).toBe('JOB_OUT_OF_AREA');
  });

  it('see a job: whoever opened it and those of its area; its upload only whoever opened it', async () => {
    const opener = world.actor('COMMUNITY_STAFF');
    const id = await openWithFile(world, opener, 'x');
    const colleague = world.actor('COMMUNITY_STAFF');
    expect((await jobOf(world, opener, id)).upload).not.toBeNull();
    expect((await jobOf(world, colleague, id)).upload).toBeNull();
    for (const stranger of [
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
      world.actor('ADMINISTRATOR'),
    ]) {
      const { errors } = await run(world, stranger, ImportJobDocument, { id });
      expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    const listed = async (actor: typeof opener, area?: string) => {
      const { data, errors } = await run(world, actor, JobsDocument, area === undefined ? {} : { area });
      return errors[0]?.extensions?.code ?? data.jobs?.edges.map(({ node }) => node.id);
    };
    expect(await listed(opener)).toEqual([id]);
    expect(await listed(colleague)).toEqual([]);
    expect(await listed(colleague, world.community)).toEqual([id]);
    expect(await listed(world.actor('ADMINISTRATOR'), world.community)).toEqual([]);
    expect(await listed(opener, world.otherCommunity)).toBe('NOT_FOUND');
  });
});
