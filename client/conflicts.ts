import {
  ConflictDocument,
  type ConflictQuery,
  ConflictsDocument,
  type ConflictsQuery,
  ResolveConflictDocument,
} from './generated/operations';
import { endOf, type Parts, type PassEnd } from './parts';
import { step } from './queue.machine';
import { type ChoiceRow, type Trouble } from './rows';
import { settleFiles } from './settle';

/** A conflict in a list: of what kind, about which record, since when. */
export type Conflict = ConflictsQuery['fieldConflicts']['edges'][number]['node'];

/** A conflict with what was sent, what stands, and where they differ. */
export type ConflictSides = NonNullable<ConflictQuery['fieldConflict']>;

const KEPT = 'conflicts';
const SIDES = 'conflict:';

/** Conflicts: those that a person has to decide, and what becomes of what was decided. */
export class Conflicts {
  constructor(private readonly parts: Parts) {}

  /** Those that are open, as last heard from the server. */
  async list(): Promise<Conflict[]> {
    const kept = await this.parts.store.run('read', ['marks'], (transaction) =>
      transaction.get('marks', KEPT),
    );
    return kept === undefined ? [] : (JSON.parse(kept.value) as Conflict[]);
  }

  /** Keeps a person's decision; `send` brings it to the server. */
  async choose(row: ChoiceRow): Promise<void> {
    await this.parts.store.run('write', ['choices'], async (transaction) => {
      const standing = await transaction.get('choices', row.id);
      const isSame = standing?.choice === row.choice && standing.seenVersion === row.seenVersion;
      if (!isSame) await transaction.put('choices', row);
    });
    this.parts.changed();
  }

  /** Sends decisions, and hears what others have decided. Gives the refusals of decisions, by conflict. */
  async send(refusals: Map<string, Trouble[]>): Promise<PassEnd | undefined> {
    const choices = await this.parts.store.run('read', ['choices'], (transaction) =>
      transaction.all('choices'),
    );
    for (const row of choices) {
      const end = await this.#resolve(row, refusals);
      if (end !== undefined) return end;
    }
    return this.#hear();
  }

  /** Asks for all open ones and keeps them, to be looked at without a network. */
  async refresh(): Promise<PassEnd | undefined> {
    const found: Conflict[] = [];
    for (let after: string | null | undefined; ;) {
      const outcome = await this.parts.transport.ask(ConflictsDocument, { first: 50, after });
      if (outcome.kind !== 'DONE') return endOf(outcome);
      const { edges, pageInfo } = outcome.data.fieldConflicts;
      found.push(...edges.map(({ node }) => node));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    await this.parts.store.run('write', ['marks'], (transaction) =>
      transaction.put('marks', { id: KEPT, value: JSON.stringify(found) }),
    );
    this.parts.changed();
    return undefined;
  }

  /** Both versions of one, and keeps them to be looked at without a network. */
  async sides(id: string): Promise<ConflictSides | undefined> {
    const outcome = await this.parts.transport.ask(ConflictDocument, { id });
    const found = outcome.kind === 'DONE' ? (outcome.data.fieldConflict ?? undefined) : undefined;
    return this.parts.store.run('write', ['marks'], async (transaction) => {
      if (found !== undefined)
        await transaction.put('marks', { id: `${SIDES}${id}`, value: JSON.stringify(found) });
      const kept = await transaction.get('marks', `${SIDES}${id}`);
      return kept === undefined ? undefined : (JSON.parse(kept.value) as ConflictSides);
    });
  }

  async #resolve(
    { id, request, choice, seenVersion }: ChoiceRow,
    refusals: Map<string, Trouble[]>,
  ): Promise<PassEnd | undefined> {
    const outcome = await this.parts.transport.ask(ResolveConflictDocument, {
      input: { id: request, conflict: id, choice, seenVersion },
    });
    if (outcome.kind !== 'DONE') return endOf(outcome);
    const { conflict, userErrors } = outcome.data.resolveConflict;
    // Refused: it stands otherwise than its decider saw. The decision is dropped and asked for again.
    if (userErrors.length > 0) refusals.set(id, userErrors);
    await this.parts.store.run('write', ['choices'], async (transaction) => {
      const standing = await transaction.get('choices', id);
      if (standing?.request === request) await transaction.remove('choices', id);
    });
    return conflict === null || conflict.state === 'OPEN' ? undefined : this.#settle(id, conflict.state);
  }

  /** Files whose item became a conflict wait for its end, by whomever it is decided. */
  async #hear(): Promise<PassEnd | undefined> {
    const items = await this.parts.store.run('read', ['items'], (transaction) => transaction.all('items'));
    for (const { state, answer } of items) {
      if (state !== 'CONFLICT' || answer?.conflict === undefined) continue;
      const outcome = await this.parts.transport.ask(ConflictDocument, { id: answer.conflict });
      if (outcome.kind === 'REFUSED') continue;
      if (outcome.kind !== 'DONE') return endOf(outcome);
      const found = outcome.data.fieldConflict;
      if (found !== null && found.state !== 'OPEN') await this.#settle(found.id, found.state);
    }
    return undefined;
  }

  async #settle(conflict: string, choice: 'MINE' | 'THEIRS'): Promise<undefined> {
    const now = this.parts.surroundings.now();
    await this.parts.store.run('write', ['items', 'files', 'blobs', 'marks'], async (transaction) => {
      const items = await transaction.all('items');
      for (const item of items.filter(({ answer }) => answer?.conflict === conflict)) {
        const next = step(item, { type: 'RESOLVED', choice, at: now });
        await transaction.put('items', next);
        await settleFiles(transaction, next, now);
      }
      const kept = await transaction.get('marks', KEPT);
      const left = (JSON.parse(kept?.value ?? '[]') as Conflict[]).filter(({ id }) => id !== conflict);
      await transaction.put('marks', { id: KEPT, value: JSON.stringify(left) });
      await transaction.remove('marks', `${SIDES}${conflict}`);
    });
    this.parts.changed();
  }
}
