import { type Actor, ROLES } from '../../src/auth/actor';
import { commit } from '../../src/data/commit';
import { newId } from '../../src/shared/ids';
import { lost } from '../support/faults';
import { arrange, MATRIX_ROWS, outcomeOf } from '../support/matrix';
import { type MemoryTable } from '../support/memory-table';
import { makeMemoryWorld } from '../support/memory-world';
import { home, livingIn } from '../support/residents';
import { secondsNow, type World } from '../support/world';

/** Somebody who may use every operation, by a token of this moment. */
function everyone(world: World): Actor & { issuedAt: number } {
  const appointments = ROLES.flatMap((role) => world.actor(role).appointments);
  return { id: newId(), name: '甲', appointments, issuedAt: secondsNow(world) };
}

/** Queries that read no record. */
const RECORDLESS = ['me', 'caseCategories', 'caseCategoryGroups', 'importTemplates', 'checklists'];

/** Counts what is asked of a table from now on, and what is changed in it. */
function countOf(table: MemoryTable) {
  const changes = table.record();
  const commands: string[] = [];
  table.goBy((name, act) => {
    commands.push(name);
    return Promise.resolve().then(act);
  });
  return { changes, commands };
}

describe('a token that is void', () => {
  let world: World;
  let table: MemoryTable;
  let actor: ReturnType<typeof everyone>;
  beforeAll(async () => {
    ({ world, table } = await makeMemoryWorld({ opensFiles: true }));
    actor = everyone(world);
    await livingIn(world, await home(world), { id: actor.id });
    world.clock.advance(1_000);
    const put = world.standings.voiding(actor.id, world.clock.now());
    await commit(world.foundation.table, [put], undefined);
  });

  const outcome = async (row: (typeof MATRIX_ROWS)[number], as: typeof actor) => {
    const variables = await arrange(row, world, 'STREET_STAFF', actor);
    const count = countOf(table);
    return { answer: await outcomeOf(row, world, as, variables), ...count };
  };

  it.each(
    MATRIX_ROWS.filter(({ field }) => !RECORDLESS.includes(field)).map((row) => [row.field, row] as const),
  )('%s refuses, and writes nothing', async (_field, row) => {
    const { answer, changes } = await outcome(row, actor);
    expect(answer).toBe('UNAUTHENTICATED');
    expect(changes).toEqual([]);
  });

  it.each(
    MATRIX_ROWS.filter(({ field }) => RECORDLESS.includes(field)).map((row) => [row.field, row] as const),
  )('%s answers, for it reads nothing, not even whether the token stands', async (_field, row) => {
    const { answer, commands } = await outcome(row, actor);
    expect(answer).toBe('yes');
    expect(commands).toEqual([]);
  });

  it.each(MATRIX_ROWS.map((row) => [row.field, row] as const))(
    // That it is done here is what shows that nothing but the void token refused it above.
    '%s is done again by a token that was issued since',
    async (_field, row) => {
      const { answer } = await outcome(row, { ...actor, issuedAt: secondsNow(world) });
      expect(answer).toBe(row.answer ?? 'yes');
    },
  );
});

describe('a token of which it cannot be learned whether it stands', () => {
  it.each(
    MATRIX_ROWS.filter(({ field }) => !RECORDLESS.includes(field)).map((row) => [row.field, row] as const),
  )('lets nobody use %s, and writes nothing', async (_field, row) => {
    const { world, table } = await makeMemoryWorld({ opensFiles: true });
    const variables = await arrange(row, world, 'GRID_WORKER');
    const changes = table.record();
    table.goBy((_name, act, input) =>
      JSON.stringify(input).includes('"STANDING"') ? Promise.reject(lost()) : Promise.resolve().then(act),
    );
    expect(await outcomeOf(row, world, everyone(world), variables)).toBe('TRY_AGAIN');
    expect(changes).toEqual([]);
  });
});
