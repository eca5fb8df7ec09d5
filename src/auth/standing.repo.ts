import { type EntityItem } from 'electrodb';
import { commit, type CommitResult, type Gate, type PreparedPut } from '../data/commit';
import { readMany, type ItemKey } from '../data/batch-read';
import { lazily } from '../data/lazily';
import { type Table } from '../data/table';
import { createRevocationEntity, createStandingEntity } from './standing.entity';

/** That somebody voided a person's tokens. */
export interface Revocation {
  readonly id: string;
  readonly person: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason: string;
  /** Fingerprint of the request. */
  readonly mark: string;
}

type Stored = EntityItem<ReturnType<typeof createRevocationEntity>>;

/** Reads and writes since when the tokens of a person are good. */
export class StandingRepo {
  readonly #standings;
  readonly #revocations;

  constructor(private readonly table: Table) {
    this.#standings = lazily(() => createStandingEntity(table));
    this.#revocations = lazily(() => createRevocationEntity(table));
  }

  /** Since when tokens of the person are good; undefined when all are. One strongly consistent GetItem. */
  async goodSince(person: string): Promise<Date | undefined> {
    const { data } = await this.#standings.get({ person }).go({ consistent: true });
    return data === null ? undefined : new Date(data.since);
  }

  /** The same for many persons, each named once: those of whom not all tokens are good. Strongly consistent, a hundred a request. */
  async goodSinceOf(people: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const keys = people.map((person) => this.#standings.get({ person }).params<{ Key: ItemKey }>().Key);
    const found = await readMany(this.table, keys, { consistent: true });
    const standings = found.map((Item) => this.#standings.parse({ Item }).data);
    return new Map(standings.flatMap((each) => (each === null ? [] : [[each.person, new Date(each.since)]])));
  }

  /** The write that voids every token of the person issued before `since`. */
  voiding(person: string, since: Date): PreparedPut {
    return this.#standings.put({ person, since: since.toISOString() }).params<PreparedPut>();
  }

  /** Records who voids the tokens and why, and voids them: both or neither. */
  async revoke(revocation: Revocation, gate: Gate | undefined): Promise<CommitResult> {
    const { at, by, ...same } = revocation;
    const record = this.#revocations
      .put({ ...same, at: at.toISOString(), by })
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    return commit(this.table, [record, this.voiding(revocation.person, at)], gate);
  }

  /** The revocation in an item that a failed condition brought. */
  fromItem(item: Record<string, unknown> | undefined): Revocation | undefined {
    const { data } = item === undefined ? { data: null } : this.#revocations.parse({ Item: item });
    return data === null ? undefined : toRevocation(data);
  }
}

function toRevocation({ at, by, ...same }: Stored): Revocation {
  return { ...same, at: new Date(at), by: by as Revocation['by'] };
}
