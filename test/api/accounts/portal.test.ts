import { readOperations } from '../../../local/editor/operations';
import { fillIn } from '../../../local/editor/page/examples';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { PortalHomeDocument } from '../../generated/operations';
import { born, bound, login } from '../../support/accounts';
import { run } from '../../support/api';
import { applicationInput, offeredIn, open } from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { asResident } from '../../support/privacy';
import { makeWorld, secondsNow, type World } from '../../support/world';

/** Every operation of the portal but those about accounts themselves. */
const SCREENS = readOperations('schema/operations').filter(
  ({ client, screen, kind }) => client === 'portal' && kind !== 'subscription' && !screen.includes('account'),
);

let world: World;
let table: MemoryTable;
let byRecord: Actor;
let byAccount: Actor;
beforeAll(async () => {
  ({ world, table } = await makeMemoryWorld());
  const resident = await born(world, '1986-02-03');
  byRecord = { ...asResident(world, resident), name: '测试者' };
  await open(world, byRecord, applicationInput(await offeredIn(world)));
  byAccount = await login(world, await bound(world, resident));
});

it('there are the operations of the portal', () => {
  expect(SCREENS.length).toBeGreaterThan(25);
});

it.each(SCREENS.map((screen) => [screen.screen, screen] as const))(
  '%s answers an account as it answers a token of the resident’s record',
  async (_name, { query, variables }) => {
    const filled = JSON.parse(fillIn(variables, newId()) || '{}') as Record<string, never>;
    const restore = table.keep();
    const expected = await run(world, byRecord, query, filled);
    restore();
    const answered = await run(world, byAccount, query, filled);
    restore();
    expect(expected.errors.map(({ extensions }) => extensions?.code)).not.toContain('FORBIDDEN');
    expect(answered).toEqual(expected);
  },
);

it('the first screen is there in two round trips, the first of which finds out who it is', async () => {
  const real = await makeWorld();
  const account = await bound(real, await born(real, '1986-02-03'));
  const token = { id: account, name: '', appointments: [], issuedAt: secondsNow(real) };
  // What goes side by side looks like one after the other where the machine is held up: not three times in a row.
  for (let again = 0; ; again += 1) {
    real.meter.reset();
    const me = await real.standings.identify(token);
    await me.standing.confirmed();
    const found = [real.meter.waves, real.meter.readUnits];
    await run(real, me, PortalHomeDocument, {});
    if (again < 2 && real.meter.waves > 2) continue;
    expect(found).toEqual([1, 2]);
    expect(real.meter.waves).toBe(2);
    return;
  }
});

it('a token with an appointment is looked up no further, whoever’s it is', async () => {
  const real = await makeWorld();
  real.meter.reset();
  for (const role of ['RESIDENT', 'GRID_WORKER'] as const)
    await real.standings.identify({ ...real.actor(role), issuedAt: secondsNow(real) });
  expect(real.meter.readUnits).toBe(0);
});
