import { ChangesDocument, type ChangesQuery } from './generated/operations';
import { endOf, type Parts, type PassEnd } from './parts';
import { type Transaction } from './store';

type Changes = NonNullable<ChangesQuery['changes']>;

const CURSOR = 'cursor';

/** Keeps the local copy of the records of some areas, by what the API tells to have changed since the last time. */
export class Copier {
  constructor(private readonly parts: Parts) {}

  /** Asks until there is nothing new. Each answer is taken in whole, with its cursor, or not at all. */
  async follow(areas: readonly string[]): Promise<PassEnd | undefined> {
    if (areas.length === 0) return undefined;
    const known = await this.parts.store.run('read', ['marks'], (transaction) =>
      transaction.get('marks', CURSOR),
    );
    let cursor = known?.value;
    for (;;) {
      const outcome = await this.parts.transport.ask(ChangesDocument, { areas: [...areas], cursor });
      if (outcome.kind !== 'DONE') return endOf(outcome);
      const { changes } = outcome.data;
      if (changes === null) return undefined;
      await this.parts.store.run('write', ['copy', 'marks'], (transaction) => takeIn(transaction, changes));
      this.parts.changed();
      if (!changes.hasMore) return undefined;
      ({ cursor } = changes);
    }
  }
}

async function takeIn(transaction: Transaction, changes: Changes): Promise<void> {
  await forget(transaction, changes);
  for (const change of changes.changes) {
    const id = copyKey(change.type, change.id);
    if (change.removed) await transaction.remove('copy', id);
    else await transaction.put('copy', { id, change });
  }
  await transaction.put('marks', { id: CURSOR, value: changes.cursor });
}

/** What is not told any more goes, unless it is also seen in an area that stays; when all is told anew, all goes first. */
async function forget(transaction: Transaction, { forget: areas, restart }: Changes): Promise<void> {
  if (!restart && areas.length === 0) return;
  for (const { id, change } of await transaction.all('copy')) {
    const left = change.areas.filter((area) => !areas.includes(area));
    if (restart || left.length === 0) await transaction.remove('copy', id);
    else if (left.length < change.areas.length)
      await transaction.put('copy', { id, change: { ...change, areas: left } });
  }
}

/** The key of a record in the copy. */
export function copyKey(type: string, id: string): string {
  return `${type}:${id}`;
}
