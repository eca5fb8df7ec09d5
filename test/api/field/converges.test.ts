import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { shortId } from '../../../src/shared/ids';
import { groundOf } from '../../support/field-ground';
import { assertAllDone, doneTo } from '../../support/field-services';
import { anyStep, type Ground, type Queued, type Step, type Work } from '../../support/field-steps';
import { workOf } from '../../support/field-work';
import {
  type Answers,
  deliver,
  differenceOf,
  expectSame,
  onTopOfTaken,
  stateOf,
  submit,
  shuffled,
  textOf,
} from '../../support/histories';
import { type MemoryTable, type Way } from '../../support/memory-table';
import { makeMemoryWorld } from '../../support/memory-world';
import { randomFrom } from '../../support/faults';
import { makeNetwork, type Random, type Trouble, type Troubles } from '../../support/networks';
import { readsOf } from '../../support/logs';
import { type World } from '../../support/world';

// What waits for another transaction waits for no time: the order of things is the network's.
jest.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

// Errors are how a table says that a condition failed: half a million of them need no long stacks.
Error.stackTraceLimit = 2;

/** Histories; in half of them two may change the same. */
const RUNS = Number(process.env.RUNS ?? 10_000);
/** Histories that did not converge once: a household read before somebody of the same batch was put on file there. */
const FOUND: [Step[], boolean, number, number][] = [
  [
    [
      { device: 1, kind: 'NEWCOMER', one: 0, other: 0 },
      { device: 1, kind: 'NAME', one: 5, other: 0 },
      { device: 0, kind: 'NAME', one: 0, other: 0 },
      { device: 1, kind: 'NAME', one: 7, other: 0 },
    ],
    ...([false, 700_591_365, 0] as const),
  ],
];

/** Batches after which the network is calm, so that everything comes to an end. */
const STORMY = 6;

let world: World;
let table: MemoryTable;
let ground: Ground;
let actors: readonly Actor[];
let begin: () => void;
let before: ReadonlySet<object>;
/** What had been done at mediations before. */
const begunBefore = new Map<string, readonly string[]>();
const total = { items: 0, batches: 0, commands: 0, rivalries: 0, conflicts: 0, compared: 0 };
const happened: Troubles = { lost: 0, unanswered: 0, repeated: 0, throttled: 0, held: 0 };

beforeAll(async () => {
  ({ world, table } = await makeMemoryWorld());
  const worker = world.actor('GRID_WORKER');
  actors = [worker, worker, world.actor('COMMUNITY_STAFF')];
  ground = await groundOf(world, worker);
  for (const id of ground.agreed) begunBefore.set(id, (await doneTo(world, 'mediation', id)).ids);
  begin = table.keep();
  before = new Set(table.everything());
});

/** Delivers everybody's work once, in a network of its own, from the same beginning; returns what every item was answered. */
async function history(work: Work, random: Random, trouble: Trouble, lostAnswers: number): Promise<Answers> {
  begin();
  const answers: Answers = new Map();
  const network = makeNetwork(random, trouble);
  table.goBy((name, act, input) => {
    total.commands += 1;
    return network.way(name, act, input);
  });
  const onBatch = (sent: number) => {
    if (sent > STORMY) network.calm();
  };
  const taken = await Promise.all(
    work.queues.map((queue, device) =>
      deliver({
        ...{ queue, random, lostAnswers, onBatch },
        send: (batch) => submit({ world, actor: actorOf(device), answers }, batch),
      }),
    ),
  );
  table.goBy(DIRECT);
  total.batches += taken.reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of Object.entries(network.happened)) happened[kind as keyof Troubles] += count;
  return answers;
}

/** What the table's stream would have told meanwhile. */
async function follow(): Promise<void> {
  const homes = table.everything().filter(({ __edb_e__ }) => __edb_e__ === 'household');
  await world.services.visitPlans.follow(homes.map(({ id }) => String(id)));
}

function actorOf(device: number): Actor {
  const actor = actors[device];
  if (actor === undefined) throw new Error('Nobody has this device.');
  return actor;
}

/** What is done offline: mostly little, which is where histories differ most, sometimes much. */
const days = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyStep, { minLength: 1, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(anyStep, { minLength: 1, maxLength: 9 }) },
);

const DIRECT: Way = (_name, act) => Promise.resolve(act());
const QUIET: Trouble = { lost: 0, unanswered: 0, repeated: 0, throttled: 0, held: 0 };

describe('work without a network', () => {
  it(`comes to one state in any of ${String(RUNS)} histories, loses nothing and does nothing twice`, async () => {
    const began = Date.now();
    await fc.assert(
      fc.asyncProperty(
        days,
        fc.boolean(),
        fc.nat(),
        fc.constantFrom(0, 0.02, 0.05, 0.1),
        async (steps, rivalry, seed, trouble) => {
          const work = workOf(world, ground, steps, rivalry);
          const random = randomFrom(seed);
          const bad: Trouble = {
            ...{ lost: trouble / 2, unanswered: trouble, repeated: trouble, throttled: trouble / 2 },
            held: trouble,
          };
          const answers = await history(work, random, bad, trouble * 3);
          const items = work.queues.flat();
          total.items += items.length;
          assertAnswered(items, answers);
          const state = stateNow();
          await assertNothingLost(work, answers);
          await assertAgainIsNothing(work, random, state, conflictsIn(answers));
          if (!isFreeOfOrder(work) || seed % 3 !== 0) return;
          // The same work, delivered in another way: each item by itself, in the order in which it was made.
          total.compared += 1;
          await follow();
          const followed = stateNow();
          begin();
          for (const [device, queue] of work.queues.entries())
            for (const queued of queue)
              await submit({ world, actor: actorOf(device), answers: new Map() }, [queued]);
          await follow();
          expectSame(differenceOf(followed, stateNow()), []);
        },
      ),
      { numRuns: RUNS, examples: FOUND },
    );
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(
      `${String(RUNS)} histories in ${String(seconds)} s: ${JSON.stringify({ ...total, happened })}\n`,
    );
  }, 900_000);
});

const stateNow = () => stateOf(table.everything(), before);

/**
 * Whether no order can be seen in what comes of it: nobody has a rival. That a household keeps of somebody who left what was
 * known of them on that day is its history, and may be seen: who leaves is not otherwise changed in what is compared.
 */
function isFreeOfOrder({ claims }: Work): boolean {
  const leavers = [...claims.keys()]
    .filter((claim) => claim.endsWith(':home'))
    .map((claim) => claim.split(':')[0] ?? '');
  const ofLeavers = leavers.map((id) => [...claims.keys()].filter((claim) => claim.startsWith(id)).length);
  return [...claims.values()].every(({ size }) => size === 1) && ofLeavers.every((count) => count === 1);
}

/** Everything was answered for good, nothing was refused, and what was taken in was never called a conflict. */
function assertAnswered(items: readonly Queued[], answers: Answers): void {
  const wrong: unknown[] = [];
  for (const { item } of items) {
    const got = answers.get(item.id) ?? [];
    const isFinal = got.some(({ status }) => status !== 'TRY_AGAIN');
    const isRefused = got.some(({ status }) => status === 'REJECTED');
    const isTaken = got.some(({ status }) => status === 'APPLIED' || status === 'DUPLICATE');
    const isKept = got.some(({ status }) => status === 'CONFLICT');
    if (!isFinal || isRefused || (isTaken && isKept)) wrong.push([item, got]);
    if (isKept) total.conflicts += 1;
  }
  expectSame(wrong, []);
}

/** Each item is on file or kept as a conflict; of rivals exactly one won; whatever is counted, is counted right. */
async function assertNothingLost(work: Work, answers: Answers): Promise<void> {
  const everything = table.everything().filter((item) => !before.has(item));
  const texts = everything.filter(({ __edb_e__ }) => __edb_e__ !== 'conflict').map(textOf);
  // A case keeps the ids of its moves in short.
  const isOnFile = (id: string) => texts.some((text) => text.includes(id) || text.includes(shortId(id)));
  const isConflict = (id: string) => answers.get(id)?.some(({ status }) => status === 'CONFLICT') === true;
  const kept = everything.filter(({ __edb_e__ }) => __edb_e__ === 'conflict').map(({ id }) => id);
  const met = work.queues.flat().filter(({ item }) => isConflict(item.id));
  expectSame(kept.sort(), met.map(({ item }) => item.id).sort());
  // What is put into a register leaves no id of its request there, only a mark of it.
  const told = work.queues.flat().filter(({ claim }) => claim?.endsWith(':facility') !== true);
  expectSame(
    told.filter(({ item: { id } }) => isOnFile(id) === isConflict(id)),
    [],
  );
  expectSame(
    work.made.filter((id) => !isOnFile(id)),
    [],
  );
  for (const [claim, rivals] of work.claims) await assertOneWon(claim, rivals, isConflict);
  for (const [index, id] of ground.homes.entries()) {
    const household = await world.services.households.lookUp(readsOf(world), id, { consistent: true });
    const before = ground.residents.filter((each) => each.home === index).length;
    const count = before + (work.arrivals.get(id) ?? 0);
    const living = household?.everyone.filter(({ until }) => until === undefined).length;
    expectSame({ id, count: household?.memberCount, living }, { id, count, living: count });
  }
  for (const [id, visits] of work.visits) {
    const page = await world.services.visits.atDoor({ id } as never, { first: 100 });
    expectSame(page.rows.map(({ row }) => row.id).sort(), [...visits].sort());
  }
}

/** Of those who change the same one has won, with all they did; of all others all is kept. */
async function assertOneWon(
  claim: string,
  rivals: ReadonlyMap<number, readonly Queued[]>,
  isConflict: (id: string) => boolean,
): Promise<void> {
  if (rivals.size > 1) total.rivalries += 1;
  const won = [...rivals.values()].filter((chain) => chain.every(({ item }) => !isConflict(item.id)));
  const lost = [...rivals.values()].filter((chain) => chain.every(({ item }) => isConflict(item.id)));
  expectSame([claim, won.length, lost.length], [claim, 1, rivals.size - 1]);
  const last = won[0]?.at(-1)?.value;
  const [id = '', field = ''] = claim.split(':');
  if (field === 'name' || field === 'kind' || field === 'phone') {
    const resident = await world.services.residents.lookUp(readsOf(world), id, { consistent: true });
    const numbers = resident && (await world.services.residents.open(resident));
    expectSame([claim, { ...resident, ...numbers }[field]], [claim, last]);
  }
  if (field === 'note') {
    const note = await world.services.logEntries.get(actorOf(0), readsOf(world), id, { consistent: true });
    expectSame([claim, note.text], [claim, last]);
  }
  if (field === 'application' || field === 'mediation') {
    const begun = begunBefore.get(id) ?? (field === 'application' ? [id] : []);
    const sent = (won[0] ?? []).map(({ item }) => item.id);
    await assertAllDone(world, { field, id, begun, sent, state: last });
  }
  if (field === 'facility')
    expectSame([claim, (await world.services.facilities.get(actorOf(0), id)).name], [claim, last]);
}

const conflictsIn = (answers: Answers) =>
  new Set(
    [...answers].filter(([, got]) => got.some(({ status }) => status === 'CONFLICT')).map(([id]) => id),
  );

/** All of it once more, by every device at once: nothing is written, and nobody is told anything else. */
async function assertAgainIsNothing(
  work: Work,
  random: Random,
  state: readonly string[],
  untaken: ReadonlySet<string>,
): Promise<void> {
  const answers: Answers = new Map();
  table.goBy(makeNetwork(random, QUIET).way);
  await Promise.all(
    work.queues.map((queue, device) =>
      submit({ world, actor: actorOf(device), answers }, onTopOfTaken(shuffled(queue, random), untaken)),
    ),
  );
  table.goBy(DIRECT);
  const others = [...answers].filter(([, got]) => got.some(({ status }) => !AGAIN.has(status)));
  expectSame(others, []);
  expectSame(differenceOf(state, stateNow()), []);
}

const AGAIN = new Set<string>(['DUPLICATE', 'CONFLICT']);
