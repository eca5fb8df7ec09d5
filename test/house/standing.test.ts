import { type Actor, ROLES } from '../../src/auth/actor';
import { commit } from '../../src/data/commit';
import { newId } from '../../src/shared/ids';
import { injectFaults } from '../support/faults';
import { arrange, MATRIX_ROWS, outcomeOf } from '../support/matrix';
import { home, livingIn } from '../support/residents';
import { makeWorld, secondsNow, type World } from '../support/world';

/** Somebody who may use every operation, by a token of this moment. */
function everyone(world: World): Actor & { issuedAt: number } {
  const appointments = ROLES.flatMap((role) => world.actor(role).appointments);
  return { id: newId(), name: '甲', appointments, issuedAt: secondsNow(world) };
}

/** Queries that read no record. */
const RECORDLESS = ['me', 'caseCategories', 'caseCategoryGroups', 'importTemplates', 'checklists'];

describe('a token that is void', () => {
  let world: World;
  let actor: ReturnType<typeof everyone>;
  beforeAll(async () => {
    world = await makeWorld();
    actor = everyone(world);
    await livingIn(world, await home(world), { id: actor.id });
    world.clock.advance(1_000);
    const put = world.standings.voiding(actor.id, world.clock.now());
    await commit(world.foundation.table, [put], undefined);
  });

  const outcome = async (row: (typeof MATRIX_ROWS)[number], as: typeof actor) => {
    const variables = await arrange(row, world, 'STREET_STAFF', actor);
    world.meter.reset();
    return outcomeOf(row, world, as, variables);
  };

  it.each(
    MATRIX_ROWS.filter(({ field }) => !RECORDLESS.includes(field)).map((row) => [row.field, row] as const),
  )('%s refuses, and writes nothing', async (_field, row) => {
    expect(await outcome(row, actor)).toBe('UNAUTHENTICATED');
    expect(world.meter.writeUnits).toBe(0);
  });

  it.each(
    MATRIX_ROWS.filter(({ field }) => RECORDLESS.includes(field)).map((row) => [row.field, row] as const),
  )('%s answers, for it reads nothing, not even whether the token stands', async (_field, row) => {
    expect(await outcome(row, actor)).toBe('yes');
    expect(world.meter.commands).toEqual([]);
  });

  it.each(MATRIX_ROWS.map((row) => [row.field, row] as const))(
    // That it is done here is what shows that nothing but the void token refused it above.
    '%s is done again by a token that was issued since',
    async (_field, row) => {
      expect(await outcome(row, { ...actor, issuedAt: secondsNow(world) })).toBe(row.answer ?? 'yes');
    },
  );
});

describe('a token of which it cannot be learned whether it stands', () => {
  it.each(
    MATRIX_ROWS.filter(({ field }) => !RECORDLESS.includes(field)).map((row) => [row.field, row] as const),
  )('lets nobody use %s, and writes nothing', async (_field, row) => {
    const world = await makeWorld();
    const variables = await arrange(row, world, 'GRID_WORKER');
    const faults = injectFaults(world.foundation.table.client, 1, (request) =>
      JSON.stringify(request).includes('"STANDING"'),
    );
    faults.lostRequests = 1;
    world.meter.reset();
    expect(await outcomeOf(row, world, everyone(world), variables)).toBe('TRY_AGAIN');
    expect(world.meter.writeUnits).toBe(0);
  });
});
