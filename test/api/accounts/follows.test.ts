import { createCollectionReader } from '../../../src/data/collection-reader';
import { type TableChange } from '../../../src/data/table-change';
import { newId } from '../../../src/shared/ids';
import { born, bound, family, login, myAccount } from '../../support/accounts';
import { mergedTwins } from '../../support/duplicates';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { home } from '../../support/residents';
import { type World } from '../../support/world';

let world: World;
let table: MemoryTable;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
});

const itemOf = (resident: string) =>
  table.everything().find(({ pk, sk }) => pk === `RESIDENT#${resident}` && sk === 'RESIDENT');

/** Does something with a resident, and lets accounts follow as the table's stream would; twice, as it may. */
async function following(resident: string, change: () => Promise<unknown>): Promise<void> {
  const before = itemOf(resident);
  await change();
  const told: TableChange = { before, after: itemOf(resident) };
  await world.services.accountFollowing.observe([told, told]);
  const after = JSON.stringify(table.everything());
  await world.services.accountFollowing.observe([told]);
  expect(JSON.stringify(table.everything())).toBe(after);
}
const reads = () => createCollectionReader(world.foundation.table);
const residenceOf = (resident: string) => {
  const [stay] = itemOf(resident)!.residences as { household: string; from: string }[];
  return stay!;
};
const leaves = (resident: string, ending: 'MOVED_OUT' | 'DECEASED') =>
  world.services.residences.end(world.actor('COMMUNITY_STAFF'), reads(), {
    ...{ id: newId(), resident, household: residenceOf(resident).household, on: '2026-05-12', ending },
  });

it('an account follows its resident into another grid, and so do the rights that are of a grid', async () => {
  const { account, parent } = await family(world);
  const courtyard = `${world.nextGrid}001`;
  const names = ['某区', '某街道', '某社区', '第二网格', '一号院'];
  await world.services.areaImports.importAreas([{ code: courtyard, names }]);
  const to = await home(world, courtyard);
  await following(parent, () =>
    world.services.residences.move(world.actor('COMMUNITY_STAFF'), reads(), {
      ...{ id: newId(), resident: parent, household: residenceOf(parent).household, to },
      ...{ relation: 'OTHER', on: '2026-05-12' },
    }),
  );
  expect((await login(world, account)).appointments).toEqual([{ role: 'RESIDENT', area: courtyard }]);
});

it('an account ends with its resident’s death, and with it all that it acted for; who has moved away keeps theirs', async () => {
  const { account, parent, child } = await family(world);
  await following(child, () => leaves(child, 'MOVED_OUT'));
  expect((await login(world, account)).account?.family).toMatchObject([{ resident: child }]);
  await following(parent, () => leaves(parent, 'DECEASED'));
  expect((await login(world, account)).appointments).toEqual([]);
  expect((await myAccount(world, account)).ended.map(({ why }) => why)).toEqual([
    ...['WITH_OWN', 'RECORD_CLOSED'],
  ]);
});

it('an account keeps no name of who was erased', async () => {
  const resident = await born(world, '1986-02-03');
  const account = await bound(world, resident);
  await following(resident, async () => {
    await leaves(resident, 'MOVED_OUT');
    world.clock.advance(3 * 365 * 86_400_000);
    await world.services.erasures.eraseDue(reads);
  });
  expect((itemOf(resident)!.row as { state: string }).state).toBe('ERASED');
  expect((await login(world, account)).appointments).toEqual([]);
  const kept = table.everything().find(({ pk }) => pk === `ACCOUNT#${account}`);
  expect(JSON.stringify(kept)).not.toContain('测试者');
});

it('a resident whose record was merged is still whom the account acts for, under both ids', async () => {
  const { older: kept, younger: closed } = await mergedTwins(world);
  const account = await bound(world, await born(world, '1986-02-03'));
  const consent = { way: 'SPOKEN', at: world.clock.now() } as const;
  const input = { id: newId(), resident: kept, relation: 'FAMILY', consent } as const;
  const { code } = await world.services.bindingCodes.issue(world.actor('GRID_WORKER'), reads(), input);
  await world.services.accountBindings.bind(await login(world, account), reads(), {
    id: newId(),
    code: code.code,
  });
  const [tie] = (await login(world, account)).account?.family ?? [];
  expect([...(tie?.ids ?? [])].sort()).toEqual([kept, closed].sort());
});

it('what changed between the look at a resident and the binding is followed by the binding’s own event', async () => {
  const resident = await born(world, '1986-02-03');
  const account = await bound(world, resident);
  await leaves(resident, 'DECEASED');
  const after = table.everything().find(({ pk }) => pk === `ACCOUNT#${account}`);
  await world.services.accountFollowing.observe([{ before: undefined, after }]);
  expect((await login(world, account)).appointments).toEqual([]);
});
