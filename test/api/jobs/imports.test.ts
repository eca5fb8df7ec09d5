import iconv from 'iconv-lite';
import { newId } from '../../../src/shared/ids';
import { uploadKey } from '../../../src/modules/jobs/job.keys';
import { ImportOpenDocument, ImportTemplateDocument, JobCancelDocument } from '../../generated/operations';
import { run } from '../../support/api';
import {
  bringIn,
  ENOUGH,
  fetched,
  householdFile,
  importOf,
  jobOf,
  openWithFile,
  workOf,
} from '../../support/jobs';
import { makeWorld, type World } from '../../support/world';
import { makeXlsx } from '../../support/xlsx';

let world: World;
beforeEach(async () => {
  world = await makeWorld({ ownTable: true });
});

const doors = async (area = world.courtyard) =>
  (await world.services.households.allIn(area)).map(({ door, address }) => [door, address]);

describe('an import of households', () => {
  it('is opened with a slot, takes the file in, and says what came of it', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const file = Buffer.from(householdFile(world.courtyard, ['1-1-101', '1-1-102', '1-2-101', '1-2-102']));
    const input = importOf(file, 'HOUSEHOLDS', world.community);
    const { data } = await run(world, staff, ImportOpenDocument, { input });
    expect(data.openImport.job).toMatchObject({
      state: 'AWAITING_FILE',
      upload: { url: expect.any(String) },
    });
    expect(data.openImport.job?.upload?.fields).toContainEqual({ name: 'key', value: uploadKey(input.id) });
    await world.foundation.transfers.write(uploadKey(input.id), file, 'text/csv');
    expect(await workOf(world).arrived(uploadKey(input.id), ENOUGH)).toMatchObject({ outcome: 'DONE' });
    expect(await jobOf(world, staff, input.id)).toMatchObject({
      ...{ state: 'DONE', openedBy: staff.name, upload: null, failure: null, findings: [] },
      progress: { total: 4, rows: 4, good: 4, bad: 0, unchanged: 0 },
      report: { good: 4, bad: 0, unchanged: 0, url: expect.stringContaining('report.csv') },
    });
    expect(await doors()).toEqual([
      ['1-1-101', '一号院 1-1-101 号'],
      ['1-1-102', '一号院 1-1-102 号'],
      ['1-2-101', '一号院 1-2-101 号'],
      ['1-2-102', '一号院 1-2-102 号'],
    ]);
  });

  it('of the same file twice changes nothing; what is on file stays as it is, whoever put it there', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const file = householdFile(world.courtyard, ['1-1-101', '1-1-102', '1-1-103', '1-1-104']);
    await bringIn(world, staff, file);
    const before = await world.services.households.allIn(world.courtyard);
    const again = await bringIn(world, staff, file);
    expect(again.report).toMatchObject({ good: 0, bad: 0, unchanged: 4 });
    const changed = file.replace('1-1-103 号', '1-1-103 号（底商）');
    expect((await bringIn(world, staff, changed)).report).toMatchObject({ good: 0, unchanged: 4 });
    expect(await world.services.households.allIn(world.courtyard)).toEqual(before);
  });

  it('as a dry run reports the same and writes no row', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const file = `${householdFile(world.courtyard, ['1-1-101', '1-1-102', '1-1-103'])}x,1,y,2\n`;
    const id = await openWithFile(world, staff, file, { dryRun: true });
    world.meter.reset();
    await workOf(world).arrived(uploadKey(id), ENOUGH);
    const commands = world.meter.commands.map(({ name }) => name);
    // What it writes is the job itself: begun, two chunks settled and done, ended.
    expect(commands.filter((name) => /Write|Put|Update|Delete/.test(name))).toEqual([
      ...['TransactWriteItems', 'PutItem', 'PutItem', 'PutItem', 'PutItem', 'TransactWriteItems'],
    ]);
    expect(await doors()).toEqual([]);
    expect((await jobOf(world, staff, id)).report).toMatchObject({ good: 3, bad: 1, unchanged: 0 });
    expect((await bringIn(world, staff, file)).report).toMatchObject({ good: 3, bad: 1, unchanged: 0 });
  });

  it('takes all lines but the bad ones, and says of each what is wrong, in both languages', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const { courtyard, foreignGrid, grid } = world;
    const lines = [
      `${courtyard},1-1-101,好,2`,
      `${courtyard},,缺门牌,2`,
      `5.10108E+17,1-1-102,坏了,2`,
      `${foreignGrid}001,1-1-1,别人的,2`,
      `${grid}999,1-1-1,没有的院落,2`,
      `${courtyard},2001/1/2,变成日期,2`,
      `${courtyard},1-1-101,重复,2`,
      `${courtyard},1-1-104,"=HYPERLINK(""x"")",120`,
      `${courtyard},1-1-105,也好,`,
    ];
    const job = await bringIn(
      world,
      staff,
      `备注,院落,门牌号,住址,人数\n${lines.map((line) => `,${line}\n`).join('')}`,
    );
    expect(job.report).toMatchObject({ good: 2, bad: 7 });
    expect(job.findings.map(({ line, code, column }) => [line, code, column])).toEqual([
      [1, 'COLUMN_UNKNOWN', null],
      [3, 'REQUIRED', '门牌'],
      [4, 'NUMBER_DAMAGED', '院落编码'],
      [5, 'AREA_NOT_YOURS', null],
      [6, 'COURTYARD_UNKNOWN', '院落编码'],
      [7, 'TURNED_INTO_DATE', '门牌'],
      [8, 'DUPLICATE_LINE', null],
      [9, 'NUMBER_INVALID', '人数'],
    ]);
    expect(job.findings[6]?.message).toBe('The same as line 2.');
    const report = await fetched(job.report?.url);
    expect(report.startsWith('\ufeff行号 line,')).toBe(true);
    expect(report).toContain('3,门牌,有误 refused,REQUIRED,必填项为空。,This cell must not be empty.,');
    expect(report).toContain('1,,提示 note,COLUMN_UNKNOWN,');
    expect((await doors()).map(([door]) => door)).toEqual(['1-1-101', '1-1-105']);
  });

  it('reads GB 18030, and an XLSX with titles, damaged codes and numbers', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const file = householdFile(world.courtyard, ['1-1-101']);
    expect((await bringIn(world, staff, iconv.encode(file, 'gb18030'))).report).toMatchObject({ good: 1 });
    const sheet = makeXlsx([
      ['某社区户登记表'],
      ['门牌', '地址', '院落编码', '人数'],
      [101, '一号', world.courtyard, 3],
      ['102', '二号', Number(world.courtyard), 3],
    ]);
    const job = await bringIn(world, staff, sheet, { format: 'XLSX' });
    expect(job.report).toMatchObject({ good: 1, bad: 1 });
    expect(job.findings).toMatchObject([{ line: 4, code: 'NUMBER_DAMAGED' }]);
    expect(await doors()).toContainEqual(['101', '一号']);
  });

  it.each([
    ['COLUMNS_MISSING', '门牌,地址\n1,x\n'],
    ['FILE_EMPTY', '院落编码,门牌,地址\n'],
    ['FILE_UNREADABLE', 'PK\u0003\u0004 no workbook'],
  ])('fails as %s as a whole, and writes nothing', async (code, file) => {
    const staff = world.actor('COMMUNITY_STAFF');
    const job = await bringIn(world, staff, file);
    expect(job).toMatchObject({ state: 'FAILED', failure: { code }, report: null });
    expect(await doors()).toEqual([]);
  });

  it('of another file than announced fails', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const id = await openWithFile(world, staff, householdFile(world.courtyard, ['1']));
    await world.foundation.transfers.write(uploadKey(id), Buffer.from('other'), 'text/csv');
    await workOf(world).arrived(uploadKey(id), ENOUGH);
    expect((await jobOf(world, staff, id)).failure?.code).toBe('FILE_DIFFERS');
    const other = await bringIn(world, staff, householdFile(world.courtyard, ['1']), { format: 'XLSX' });
    expect(other.failure?.code).toBe('FORMAT_DIFFERS');
  });

  it('that is asked for again is the same job; with other content its id is taken', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const input = importOf(Buffer.from('x'), 'HOUSEHOLDS', world.community);
    const open = async (more = {}) =>
      (await run(world, staff, ImportOpenDocument, { input: { ...input, ...more } })).data.openImport;
    expect((await open()).job?.id).toBe(input.id);
    expect(await open()).toMatchObject({ job: { id: input.id }, userErrors: [] });
    expect((await open({ dryRun: true })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await open({ id: newId(), size: 60_000_001 })).userErrors).toMatchObject([
      { code: 'JOB_FILE_SIZE_INVALID' },
    ]);
    expect((await open({ id: newId(), format: 'GEOJSON' })).userErrors).toMatchObject([
      { code: 'JOB_FORMAT_NOT_FOR_KIND' },
    ]);
  });

  it('that is called off is not begun, and one that is over cannot be', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const id = await openWithFile(world, staff, householdFile(world.courtyard, ['1', '2']));
    const cancel = async () => (await run(world, staff, JobCancelDocument, { input: { id } })).data.cancelJob;
    expect(await cancel()).toMatchObject({ job: { state: 'CANCELLED' }, userErrors: [] });
    expect(await cancel()).toMatchObject({ job: { state: 'CANCELLED' }, userErrors: [] });
    expect(await workOf(world).arrived(uploadKey(id), ENOUGH)).toMatchObject({ outcome: 'OVER_BEFORE' });
    expect(await doors()).toEqual([]);
    const done = await bringIn(world, staff, householdFile(world.courtyard, ['1']));
    const { data } = await run(world, staff, JobCancelDocument, { input: { id: done.id } });
    expect(data.cancelJob.userErrors).toMatchObject([{ code: 'JOB_OVER' }]);
  });
});

it('offers a template for each kind, which is a file that can be brought in', async () => {
  const staff = world.actor('COMMUNITY_STAFF');
  const { data } = await run(world, staff, ImportTemplateDocument);
  expect(data.importTemplates?.map(({ kind, fileName }) => [kind, fileName])).toEqual([
    ['AREAS', '区域导入模板.csv'],
    ['STAFF', '人员任职导入模板.csv'],
    ['DWELLINGS', '房屋导入模板.csv'],
    ['HOUSEHOLDS', '户导入模板.csv'],
    ['RESIDENTS', '居民导入模板.csv'],
    ['PREMISES', '场所导入模板.csv'],
  ]);
  const households = data.importTemplates?.[3];
  expect(households?.columns.map(({ heading }) => heading)).toEqual([
    '院落编码',
    '门牌',
    '地址',
    '户类型',
    '人数',
  ]);
  const file = (households?.content ?? '').replace('510108008003001001', world.courtyard);
  expect((await bringIn(world, staff, file)).report).toMatchObject({ good: 1, bad: 0 });
});
