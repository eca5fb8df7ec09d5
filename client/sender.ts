import { type Candidate, MOST_OF_BATCH, Needs, nextBatch } from './batch.rules';
import { eventOf, filesAfter, type ItemAnswer, type Moment, partsLeft } from './answer.rules';
import { waitAfter } from './backoff.rules';
import { type FieldItemInput, SubmitFieldBatchDocument } from './generated/operations';
import { groupBy } from './group';
import { endOf, type Parts, type PassEnd } from './parts';
import { isUnsent, type ItemEvent, step } from './queue.machine';
import { type FileRow, type ItemRow, type Trouble } from './rows';
import { type Transaction } from './store';
import { type Outcome } from './transport';
import { wireOf } from './work.rules';

/** What is on its way. */
interface Batch {
  readonly items: readonly ItemRow[];
  readonly wires: readonly FieldItemInput[];
}

/** Technical refusals that are of the making of what was sent; all others are of the request, whatever is in it. */
const OF_AN_ITEM = new Set(['BAD_USER_INPUT', 'REQUEST_TOO_LARGE', 'OPERATION_TOO_COSTLY']);

/** Single items that may end in a fault over there before the pass takes it that the server is ill. */
const MOST_FAULTS = 3;

const encoder = new TextEncoder();

/** Sends the queue, batch by batch. */
export class Sender {
  #faults = 0;

  constructor(private readonly parts: Parts) {}

  /**
   * Sends all that can be sent now, each item until it is answered or was tried in vain. `all`: also what was to wait.
   * Gives why it had to stop, or undefined when it did not.
   */
  async send(all: boolean): Promise<PassEnd | undefined> {
    const tried = new Set<string>();
    this.#faults = 0;
    let most = MOST_OF_BATCH.items as number;
    for (;;) {
      const batch = await this.#choose(tried, all, most);
      if (batch.items.length === 0) return undefined;
      this.parts.changed();
      const outcome = await this.parts.transport.ask(SubmitFieldBatchDocument, {
        input: { items: [...batch.wires] },
      });
      const end = await this.#take(batch, outcome, tried);
      this.parts.changed();
      if (end !== undefined) return end;
      // A batch that failed as a whole is cut in halves until the one that spoils it is found.
      const failed = outcome.kind !== 'DONE' || outcome.data.submitFieldBatch.answers === null;
      most = failed
        ? Math.max(1, Math.floor(batch.items.length / 2))
        : Math.min(MOST_OF_BATCH.items, most * 2);
    }
  }

  /** Chooses a batch and notes that it is sent before it is: whoever is killed then does not take it for unsent. */
  async #choose(tried: ReadonlySet<string>, all: boolean, most: number): Promise<Batch> {
    const now = this.parts.surroundings.now();
    return this.parts.store.run('write', ['items', 'files'], async (transaction) => {
      const items = await transaction.all('items');
      const open = items.filter(
        (item) => isUnsent(item) && !tried.has(item.id) && (all || item.notBefore <= now),
      );
      if (open.length === 0) return { items: [], wires: [] };
      const files = groupBy(await transaction.all('files'), ({ item }) => item);
      const byId = new Map(items.map((item) => [item.id, item]));
      const find = (id: string) => byId.get(id);
      const wires = new Map(open.map((item) => [item.id, wireOf(item, files.get(item.id) ?? [], find)]));
      const candidates = open.map((item): Candidate => ({ item, bytes: bytesOf(wires.get(item.id)) }));
      const chosen = nextBatch(candidates, new Needs(items), { ...MOST_OF_BATCH, items: most });
      const sent = chosen.map((item) => step(item, { type: 'SENT' }));
      for (const item of sent) await transaction.put('items', item);
      return { items: sent, wires: sent.flatMap(({ id }) => wires.get(id) ?? []) };
    });
  }

  async #take(
    batch: Batch,
    outcome: Outcome<{ submitFieldBatch: { answers: ItemAnswer[] | null; userErrors: Trouble[] } }>,
    tried: Set<string>,
  ): Promise<PassEnd | undefined> {
    switch (outcome.kind) {
      case 'DONE': {
        const { answers, userErrors } = outcome.data.submitFieldBatch;
        if (answers === null) await this.#refuse(batch, userErrors);
        else await this.#answer(batch, answers, tried);
        return undefined;
      }
      case 'REFUSED':
        if (!OF_AN_ITEM.has(outcome.trouble.code)) return this.#end(batch, 'POSTPONED', outcome);
        await this.#refuse(batch, [outcome.trouble]);
        return undefined;
      case 'LOGIN':
        return this.#end(batch, 'POSTPONED', outcome);
      case 'OFFLINE':
        return this.#end(batch, 'LOST', outcome);
      case 'BUSY':
        return this.#busy(batch, outcome, tried);
    }
  }

  /** A fault over there may be of one item's making: the batch is halved, and the last one waits while others go on. */
  async #busy(
    batch: Batch,
    outcome: Outcome<unknown> & { kind: 'BUSY' },
    tried: Set<string>,
  ): Promise<PassEnd | undefined> {
    const { trouble, waitAtLeast } = outcome;
    if (trouble.code !== 'INTERNAL_SERVER_ERROR') return this.#end(batch, 'LOST', outcome);
    const alone = batch.items.length === 1;
    await this.#back(batch, 'LOST', trouble, alone ? waitAtLeast : undefined);
    if (!alone) return undefined;
    for (const { id } of batch.items) tried.add(id);
    this.#faults += 1;
    return this.#faults < MOST_FAULTS ? undefined : { why: 'BUSY', trouble, waitAtLeast };
  }

  /** The items wait where they were, and the pass is over. */
  async #end(
    batch: Batch,
    type: 'POSTPONED' | 'LOST',
    outcome: Exclude<Outcome<unknown>, { kind: 'DONE' }>,
  ): Promise<PassEnd> {
    await this.#back(batch, type, outcome.trouble, undefined);
    return endOf(outcome);
  }

  /** Refused as a whole, and nothing of it done: one alone is refused itself. */
  async #refuse(batch: Batch, troubles: readonly Trouble[]): Promise<void> {
    if (batch.items.length > 1) return this.#back(batch, 'POSTPONED', troubles[0], undefined);
    return this.#apply(batch, ({ revision }) => ({ type: 'REFUSED', revision, troubles }));
  }

  async #back(
    batch: Batch,
    type: 'POSTPONED' | 'LOST',
    trouble: Trouble | undefined,
    waitAtLeast: number | undefined,
  ): Promise<void> {
    const { now } = this.#moment();
    return this.#apply(batch, (item) => ({
      ...{ type, revision: item.revision, known: false, troubles: trouble === undefined ? [] : [trouble] },
      notBefore: waitAtLeast === undefined ? 0 : now + this.#wait(item.attempts, waitAtLeast),
    }));
  }

  async #answer(batch: Batch, answers: readonly ItemAnswer[], tried: Set<string>): Promise<void> {
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const moment = this.#moment();
    for (const { id } of batch.items) {
      const status = byId.get(id)?.status;
      if (status === undefined || status === 'TRY_AGAIN') tried.add(id);
    }
    await this.#apply(
      batch,
      (item) => {
        const answer = byId.get(item.id);
        if (answer !== undefined) return eventOf(item, answer, moment);
        const notBefore = moment.waitUntil(item.attempts);
        return { type: 'LOST', revision: item.revision, notBefore, troubles: [] };
      },
      (item) => {
        const answer = byId.get(item.id);
        return answer === undefined ? [] : partsLeft(item, answer, moment);
      },
    );
  }

  /** Writes what became of a batch: the items as they stand now, their files, and the parts that were left. */
  async #apply(
    batch: Batch,
    event: (sent: ItemRow) => ItemEvent,
    left: (sent: ItemRow) => ItemRow[] = () => [],
  ): Promise<void> {
    const { now } = this.#moment();
    await this.parts.store.run('write', ['items', 'files'], async (transaction) => {
      const files = groupBy(await transaction.all('files'), ({ item }) => item);
      for (const sent of batch.items) {
        const standing = await transaction.get('items', sent.id);
        if (standing === undefined) continue;
        const parts = left(sent);
        const next = withoutParts(step(standing, event(sent)), parts);
        if (next === standing) continue;
        await transaction.put('items', next);
        await this.#putParts(transaction, parts);
        const own: readonly FileRow[] = files.get(sent.id) ?? [];
        for (const file of filesAfter(next, parts, own, now)) await transaction.put('files', file);
      }
    });
  }

  async #putParts(transaction: Transaction, parts: readonly ItemRow[]): Promise<void> {
    for (const part of parts)
      if ((await transaction.get('items', part.id)) === undefined) await transaction.put('items', part);
  }

  #moment(): Moment {
    const now = this.parts.surroundings.now();
    return { now, waitUntil: (attempts) => now + this.#wait(attempts, 0) };
  }

  #wait(attempts: number, least: number): number {
    return waitAfter(attempts, this.parts.surroundings.random, this.parts.backoff, least);
  }
}

/** What a part makes is made by the item that the part has become. */
function withoutParts(item: ItemRow, left: readonly ItemRow[]): ItemRow {
  const gone = new Set(left.flatMap(({ makes }) => makes));
  return item.makes.some((made) => gone.has(made))
    ? { ...item, makes: item.makes.filter((made) => !gone.has(made)) }
    : item;
}

function bytesOf(wire: FieldItemInput | undefined): number | undefined {
  return wire === undefined ? undefined : encoder.encode(JSON.stringify(wire)).length + 1;
}
