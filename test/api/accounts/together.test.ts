import fc from 'fast-check';
import { newId } from '../../../src/shared/ids';
import { bind, born, bound, end, family, issue, login, myAccount } from '../../support/accounts';
import { killAt } from '../../support/kills';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable, type Way } from '../../support/memory-table';
import { makeNetwork } from '../../support/networks';
import { randomFrom } from '../../support/faults';
import { type World } from '../../support/world';

const asItIs: Way = (_name, act) => Promise.resolve().then(act);
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

let world: World;
let table: MemoryTable;
let resident: string;
beforeEach(async () => {
  ({ world, table } = await makeMemoryWorld());
  resident = await born(world, '1986-02-03');
});

/** From now on commands arrive in an order that a seed says, and some go wrong. */
const go = (seed: number) => {
  const trouble = { lost: 0.03, unanswered: 0.05, repeated: 0.03, throttled: 0.03, held: 0.05 };
  table.goBy(makeNetwork(randomFrom(seed), trouble).way);
};
const accountsKept = () =>
  table
    .everything()
    .filter((item) => item.__edb_e__ === 'account')
    .map((item) => item as unknown as { id: string; tries: unknown[]; bindings: { end?: unknown }[] });
const holders = () =>
  accountsKept().filter(({ bindings }) => bindings.some((each) => each.end === undefined));

/** Whatever is refused because others wrote meanwhile is sent again, as clients do. */
async function until(work: () => Promise<readonly string[]>): Promise<readonly string[]> {
  for (;;) {
    const codes = await work().catch(() => ['lost']);
    if (!codes.some((code) => ['TRY_AGAIN', 'INTERNAL_SERVER_ERROR', 'lost'].includes(code))) return codes;
  }
}

it('one code binds one account, however many say it at once', async () => {
  const restore = table.keep();
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 2, max: 6 }), async (seed, count) => {
      restore();
      const { code = '' } = await issue(world, world.actor('GRID_WORKER'), resident);
      go(seed);
      const all = await Promise.all(
        Array.from({ length: count }, () => {
          const [account, id] = [`wx-${newId()}`, newId()];
          return until(async () => (await bind(world, account, code, id)).codes);
        }),
      );
      table.goBy(asItIs);
      expect(all.map((codes) => codes.join()).sort()).toEqual([
        ...['', ...Array.from({ length: count - 1 }, () => 'BINDING_CODE_INVALID')],
      ]);
      expect(holders()).toHaveLength(1);
    }),
    { numRuns: 12 },
  );
}, 60_000);

it('a resident has one account afterwards, however codes and accounts come together', async () => {
  const restore = table.keep();
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      restore();
      go(seed);
      const worker = world.actor('GRID_WORKER');
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          const [account, id, first] = [`wx-${newId()}`, newId(), newId()];
          let code = '';
          await until(async () => {
            const issued = await issue(world, worker, resident, 'SELF', { id: first });
            code = issued.code ?? '';
            return issued.codes;
          });
          await until(async () => (await bind(world, account, code, id)).codes);
        }),
      );
      table.goBy(asItIs);
      expect(holders()).toHaveLength(1);
    }),
    { numRuns: 12 },
  );
}, 60_000);

it('wrong codes are counted also when they come at once: five are answered, and no more', async () => {
  const restore = table.keep();
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 6, max: 12 }), async (seed, count) => {
      restore();
      go(seed);
      const account = `wx-${newId()}`;
      const all = await Promise.all(
        Array.from({ length: count }, () => {
          const id = newId();
          return until(async () => (await bind(world, account, 'ACDEFGHJ', id)).codes);
        }),
      );
      table.goBy(asItIs);
      expect(all.filter((codes) => codes[0] === 'BINDING_CODE_INVALID')).toHaveLength(5);
      expect(all.filter((codes) => codes[0] === 'TOO_MANY_WRONG_CODES')).toHaveLength(count - 5);
      expect(accountsKept().find(({ id }) => id === account)?.tries).toHaveLength(5);
    }),
    { numRuns: 12 },
  );
}, 60_000);

it('is whole after the same requests again, wherever it was killed: code, binding, the former one ended, the end', async () => {
  const former = await bound(world, resident);
  const restore = table.keep();
  const [account, ...ids] = [`wx-${newId()}`, newId(), newId(), newId()];
  const [first, second, third] = ids;
  const walk = async () => {
    const issued = await issue(world, worker, resident, 'SELF', { id: first });
    const bindCodes = issued.code && (await bind(world, account, issued.code, second)).codes.join();
    return [issued.codes.join(), bindCodes];
  };
  const worker = world.actor('GRID_WORKER');
  const killed = async (nth: number, moment: 'before' | 'after') => {
    restore();
    const { way, wasKilled } = killAt(nth, moment);
    table.goBy(way);
    await walk().catch(() => undefined);
    table.goBy(asItIs);
    // Never two at once, and never none between the one and the other.
    expect(holders()).toHaveLength(1);
    const again = await walk();
    // A code that was used already is not shown again.
    expect([
      ['', ''],
      ['BINDING_CODE_OVER', undefined],
    ]).toContainEqual(again);
    expect(holders().map(({ id }) => id)).toEqual([account]);
    expect((await myAccount(world, former)).ended.map(({ why }) => why)).toEqual(['REPLACED']);
    const { own } = await myAccount(world, account);
    const input = { id: third, resident, binding: own!.id };
    expect(await end(world, await login(world, account), input)).toEqual(['OWN_WISH']);
    return wasKilled();
  };
  let kills = 0;
  for (let nth = 1; await killed(nth, 'before'); nth += 1) {
    await killed(nth, 'after');
    kills += 2;
  }
  expect(kills).toBeGreaterThan(16);
}, 60_000);

it('ends once, however often and by whom it is ended at once', async () => {
  const { account, parent, me } = await family(world);
  const { own } = await myAccount(world, account);
  const restore = table.keep();
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      restore();
      go(seed);
      const worker = world.actor('COMMUNITY_STAFF');
      const all = await Promise.all(
        [me, worker, me, worker].map((actor) => {
          const id = newId();
          return until(() => end(world, actor, { id, resident: parent, binding: own!.id }));
        }),
      );
      table.goBy(asItIs);
      expect(all.filter(([code]) => code === 'BINDING_ENDED')).toHaveLength(3);
      expect(holders()).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);
