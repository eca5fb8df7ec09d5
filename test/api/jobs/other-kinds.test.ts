import { createCollectionReader } from '../../../src/data/collection-reader';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { ExportOpenDocument, type JobKind } from '../../generated/operations';
import { run } from '../../support/api';
import { bringIn, ENOUGH, fetched, jobOf, workOf } from '../../support/jobs';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld({ ownTable: true });
});

/** Brings a file in twice; what the second time finds is what stands. */
async function twice(actor: Actor, kind: JobKind, lines: readonly string[], area = world.community) {
  const first = await bringIn(world, actor, lines.join('\n'), { kind, area });
  const again = await bringIn(world, actor, lines.join('\n'), { kind, area });
  return { first, again: again.report };
}

async function takenOut(actor: Actor, kind: JobKind, area = world.community): Promise<string> {
  const input = { id: newId(), kind, format: 'CSV' as const, area };
  const { data } = await run(world, actor, ExportOpenDocument, { input });
  expect(data.openExport.userErrors).toEqual([]);
  await workOf(world).workOnDue(ENOUGH);
  return fetched((await jobOf(world, actor, input.id)).fileUrl);
}

it('areas have kinds and dates, and what a later file says nothing of stays', async () => {
  const staff = world.actor('COMMUNITY_STAFF');
  const grid = `${world.community}031`;
  const lines = [
    '编码,名称,网格类型,启用日期',
    `${grid},微网格一,微网格,2026-02-01`,
    `${grid}001,院,专属网格,`,
  ];
  const { first, again } = await twice(staff, 'AREAS', lines);
  expect(first.report).toMatchObject({ good: 1, bad: 1 });
  expect(first.findings).toMatchObject([{ line: 3, code: 'GRID_KIND_UNFIT', column: '网格类型' }]);
  expect(again).toMatchObject({ good: 0, unchanged: 1 });
  await bringIn(world, staff, `编码,名称\n${grid},微网格甲\n`, { kind: 'AREAS' });
  const found = await world.services.areas.lookUp(grid);
  expect(found).toMatchObject({ name: '微网格甲', facts: { kind: 'MICRO', validFrom: '2026-02-01' } });
});

it('staff are appointed by an administrator’s file, as far as there is room', async () => {
  const admin = world.actor('ADMINISTRATOR');
  const lines = ['工号,姓名,岗位,区域编码,任职日期'];
  for (const number of ['T-1', 'T-2', 'T-3'])
    lines.push(`${number},李示例,网格员,${world.nextGrid},2026-01-01`);
  lines.push(`T-4,李示例,网格员,${world.community},2026-01-01`);
  lines.push(`T-5,李示例,管理员,${world.district},2026-01-01`);
  const { first, again } = await twice(admin, 'STAFF', lines, world.district);
  expect(first.findings.map(({ line, code }) => [line, code])).toEqual([
    ...[
      [4, 'GRID_FULL'],
      [5, 'POST_INVALID'],
      [6, 'VALUE_UNKNOWN'],
    ],
  ]);
  expect(first.report).toMatchObject({ good: 2, bad: 3 });
  expect(again).toMatchObject({ good: 0, unchanged: 2, bad: 3 });
  const reads = createCollectionReader(world.foundation.table);
  expect(await world.services.appointments.forToken(reads, 'T-1')).toMatchObject([{ role: 'GRID_WORKER' }]);
  const file = await takenOut(world.actor('COMMUNITY_STAFF'), 'STAFF');
  expect(file).toContain(`T-2,李示例,网格员,${world.nextGrid},,,2026-01-01,`);
  expect(file).not.toContain('T-3');
});

it('dwellings are known by their doors, and a later file changes what a file wrote', async () => {
  const staff = world.actor('COMMUNITY_STAFF');
  const head = '院落编码,门牌,用途,建筑面积';
  const lines = [head, `${world.courtyard},1-1-101,自住,86`, `${world.courtyard},101,出租,`];
  const { first, again } = await twice(staff, 'DWELLINGS', lines);
  expect(first.findings).toMatchObject([{ line: 3, column: '门牌', code: 'DOOR_INVALID' }]);
  expect(again).toMatchObject({ good: 0, unchanged: 1, bad: 1 });
  const rented = await bringIn(world, staff, `${head}\n${world.courtyard},1-1-101,出租,86`, {
    kind: 'DWELLINGS',
  });
  expect(rented.report).toMatchObject({ good: 1, unchanged: 0 });
  expect(await takenOut(staff, 'DWELLINGS')).toContain(`${world.courtyard},1-1-101,出租,86`);
});

it('premises are known by their grid and name', async () => {
  const staff = world.actor('COMMUNITY_STAFF');
  const head = '场所名称,场所类型,网格编码,地址,负责人,联系电话,管控级别';
  const lines = [head, `示例餐馆,餐馆,${world.grid},沙河路 12 号,赵示例,028-84312345,区控`];
  lines.push(`无此网格,商铺,${world.community}777,沙河路 14 号,,,`);
  const { first, again } = await twice(staff, 'PREMISES', lines);
  expect(first.findings).toMatchObject([{ line: 3, column: '网格编码', code: 'AREA_UNKNOWN' }]);
  expect(again).toMatchObject({ good: 0, unchanged: 1, bad: 1 });
  expect(await takenOut(staff, 'PREMISES')).toContain(`示例餐馆,餐馆,${world.grid},沙河路 12 号,赵示例,`);
});
