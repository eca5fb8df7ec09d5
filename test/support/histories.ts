import { isDeepStrictEqual } from 'node:util';
import { type Actor } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { type ItemStatus } from '../../src/modules/intake/item.rules';
import { type Queued } from './field-steps';
import { type Random } from './networks';
import { secondsNow, type World } from './world';

/** Every answer that the server gave to an item, whether or not it arrived. */
export type Answers = Map<string, { readonly status: ItemStatus; readonly why: string | undefined }[]>;

/** What an item was answered. */
export interface Told {
  readonly id: string;
  readonly status: ItemStatus;
}

/** Whose queue it is, and what becomes of its batches. */
export interface Delivery {
  readonly queue: readonly Queued[];
  readonly random: Random;
  /** Sends a batch; what each item was answered. */
  readonly send: (batch: readonly Queued[]) => Promise<readonly Told[]>;
  /** Share of batches whose answer is lost. */
  readonly lostAnswers: number;
  /** Whether each batch has all that is open; else some of it, with what that needs. */
  readonly whole?: boolean | undefined;
  /** Is told before each batch how many were sent. */
  readonly onBatch?: ((sent: number) => void) | undefined;
}

/** Most batches until everything must have been answered. */
const MOST_BATCHES = 200;

/**
 * Sends a queue as a device does: some of what is open, with all that it needs, in any order, now and then with what was
 * answered long ago, or twice at once; again until each item is answered for good. Returns how many batches it took.
 */
export async function deliver(delivery: Delivery): Promise<number> {
  const { queue, random, lostAnswers } = delivery;
  const open = new Map(queue.map((queued) => [queued.item.id, queued]));
  const untaken = new Set<string>();
  let batches = 0;
  while (open.size > 0) {
    batches += 1;
    if (batches > MOST_BATCHES) throw new Error(`No end: ${JSON.stringify([...open.keys()])}`);
    delivery.onBatch?.(batches);
    const some = delivery.whole === true ? [...open.values()] : someOf(open, random);
    const chosen = [...some, ...oldOnes(queue, open, random)];
    const batch = onTopOfTaken(shuffled(chosen, random), untaken);
    const twice = random() < 0.1;
    const sent = [delivery.send(batch), ...(twice ? [delivery.send(shuffled(batch, random))] : [])];
    const [statuses = []] = await Promise.all(sent);
    if (random() < lostAnswers) continue;
    for (const { id, status } of statuses) {
      if (status !== 'TRY_AGAIN') open.delete(id);
      if (status === 'CONFLICT') untaken.add(id);
    }
  }
  return batches;
}

/** Sends one batch as one request, and notes each answer. */
export async function submit(
  { world, actor, answers }: { readonly world: World; readonly actor: Actor; readonly answers: Answers },
  batch: readonly Queued[],
): Promise<readonly Told[]> {
  const occasion = {
    actor: world.standings.actorOf({ ...actor, issuedAt: secondsNow(world) }),
    reads: createCollectionReader(world.foundation.table),
    language: 'zh' as const,
  };
  const items = batch.map(({ item }) => item);
  const got = await world.services.fieldBatches.submit(occasion, items);
  for (const { id, status, userErrors } of got) {
    const known = answers.get(id) ?? [];
    answers.set(id, [...known, { status, why: userErrors[0]?.code }]);
  }
  return got;
}

/** Items as a device sends them: one names as its own before it what was taken or goes with it, and no conflict. */
export function onTopOfTaken(batch: readonly Queued[], untaken: ReadonlySet<string>): Queued[] {
  return batch.map((queued) => {
    const after = queued.item.after.filter((id) => !untaken.has(id));
    return { ...queued, item: { ...queued.item, after } };
  });
}

/** Some of what is open, each with what it needs of the rest. */
function someOf(open: ReadonlyMap<string, Queued>, random: Random): Queued[] {
  const chosen = new Map<string, Queued>();
  const share = 0.2 + 0.8 * random();
  const choose = (queued: Queued) => {
    if (chosen.has(queued.item.id)) return;
    chosen.set(queued.item.id, queued);
    for (const id of queued.needs) {
      const needed = open.get(id);
      if (needed !== undefined) choose(needed);
    }
  };
  for (const queued of open.values()) if (random() < share) choose(queued);
  const [first] = open.values();
  if (chosen.size === 0 && first !== undefined) choose(first);
  return [...chosen.values()];
}

/** Some of what has been answered: a device that forgot. */
function oldOnes(queue: readonly Queued[], open: ReadonlyMap<string, Queued>, random: Random): Queued[] {
  if (random() > 0.3) return [];
  return queue.filter(({ item: { id } }) => !open.has(id) && random() < 0.5);
}

/** The same in any order. */
export function shuffled<Each>(all: readonly Each[], random: Random): Each[] {
  return all
    .map((each) => [random(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}

/** What of everything in a table is not there before, in one form: only which of several came first is left out. */
export function stateOf(items: readonly object[], before: ReadonlySet<object>): string[] {
  return items
    .filter((item) => !before.has(item))
    .map(textOf)
    .sort();
}

const texts = new WeakMap<object, string>();

/** An item of a table in memory in one form; such an item is frozen and is always the same. */
export function textOf(item: object): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(ordered(shownOf(item)));
  texts.set(item, text);
  return text;
}

/** An item without what nobody sees of it: a plan's version says how often it was made right. */
function shownOf(item: object): object {
  if (!('__edb_e__' in item) || item.__edb_e__ !== 'visit-plan') return item;
  return { ...item, version: undefined };
}

/** What two states do not have in common. */
export function differenceOf(one: readonly string[], other: readonly string[]): string[] {
  const [left, right] = [new Set(one), new Set(other)];
  return [
    ...one.filter((each) => !right.has(each)).map((each) => `- ${each}`),
    ...other.filter((each) => !left.has(each)).map((each) => `+ ${each}`),
  ];
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) {
    const all = value.map(ordered);
    const isOfRecords = all.every((each) => typeof each === 'object' && each !== null);
    return isOfRecords ? all.map((each) => JSON.stringify(each)).sort() : all;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, ordered(each)]));
}

/** Expects what `toEqual` does, which is asked only where two differ: to be asked it makes fifty matchers. */
export function expectSame(found: unknown, right: unknown): void {
  if (!isDeepStrictEqual(found, right)) expect(found).toEqual(right);
}
