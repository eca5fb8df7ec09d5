import { type EntityItem } from 'electrodb';
import { commit, type CommitResult, type PreparedPut, type Gate } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  type AccessRecordEntity,
  createAccessRecordEntity,
  createLookUpEntity,
  createQuotaEntity,
  type LookUpEntity,
  type QuotaEntity,
} from './access-record.entity';
import { type AccessKind, type AccessRecord, type Quota, type RevealPurpose } from './access-record.rules';

/** A look-up as it is kept: the same facts, of nobody or of several. */
export interface LookUp extends Pick<AccessRecord, 'id' | 'at' | 'by' | 'mark'> {
  readonly purpose: RevealPurpose;
  readonly reason: string;
  readonly found: readonly string[];
}

/** How long the places of a quota stay: until nobody can be in its day any more. */
const KEPT_MS = 3 * 86_400_000;

/** Reads and writes who looked at what, and how often. */
export class AccessRecordRepo {
  readonly #records: AccessRecordEntity;
  readonly #lookUps: LookUpEntity;
  readonly #quotas: QuotaEntity;

  constructor(private readonly table: Table) {
    this.#records = lazily(() => createAccessRecordEntity(table));
    this.#lookUps = lazily(() => createLookUpEntity(table));
    this.#quotas = lazily(() => createQuotaEntity(table));
  }

  /** Who looked at the data of these, newest first; one Query each, all at once. Ids of records sort by age. */
  async about(residents: readonly string[], page: PageKey): Promise<Page<AccessRecord>> {
    const all = await Promise.all(residents.map((resident) => this.#newest(resident, page)));
    const rows = all.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
    return pageFrom(
      rows.slice(0, rowsToRead(page.limit)).map((row) => ({ row, key: row.id })),
      page.limit,
    );
  }

  /** How many places of a quota are taken; one Query for the last of them, strongly consistent. */
  async taken({ name, actor, day }: Omit<Quota, 'taken'>): Promise<number> {
    const { data } = await this.#quotas.query
      .primary({ name, actor, day })
      .go({ order: 'desc', limit: 1, consistent: true });
    return Number(data[0]?.place ?? 0);
  }

  /** The look-up with this id that somebody made; undefined when there is none. */
  async lookUp(actor: string, id: string): Promise<Pick<LookUp, 'mark' | 'found'> | undefined> {
    const { data } = await this.#lookUps.get({ actor, id }).go({ consistent: true });
    return data === null ? undefined : { mark: data.mark, found: data.found as readonly string[] };
  }

  /** The mark of the record with this id; undefined when there is none. */
  async mark(resident: string, id: string): Promise<string | undefined> {
    const { data } = await this.#records.get({ resident, id }).go({ consistent: true });
    return data?.mark;
  }

  /** A prepared write of a new record. */
  recording({ at, ...record }: AccessRecord): PreparedPut {
    return this.#records
      .put({ ...record, at: at.getTime() })
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
  }

  /** A prepared write of a new look-up. */
  keeping({ at, by, ...lookUp }: LookUp): PreparedPut {
    return this.#lookUps
      .put({ ...lookUp, actor: by.id, by, at: at.getTime() })
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
  }

  /** A prepared write of the next place of a quota. */
  taking({ name, actor, day, taken }: Quota, now: Date): PreparedPut {
    const expiresAt = Math.ceil((now.getTime() + KEPT_MS) / 1000);
    const place = String(taken + 1).padStart(3, '0');
    return this.#quotas
      .put({ name, actor, day, place, expiresAt })
      .where((quota, { notExists }) => notExists(quota.place))
      .params<PreparedPut>();
  }

  async #newest(resident: string, page: PageKey): Promise<AccessRecord[]> {
    const { data } = await this.#records.query.primary({ resident }).go({
      order: 'desc',
      limit: rowsToRead(page.limit),
      cursor: page.afterKey === undefined ? null : cursorAfter(resident, page.afterKey),
    });
    return data.map(toRecord);
  }

  /** Writes everything or nothing. */
  commit(puts: readonly PreparedPut[], gate: Gate | undefined): Promise<CommitResult> {
    return commit(this.table, puts, gate);
  }
}

function toRecord({
  kind,
  purpose,
  fields,
  at,
  by,
  ...stored
}: EntityItem<AccessRecordEntity>): AccessRecord {
  return {
    ...stored,
    kind: kind as AccessKind,
    purpose: purpose as RevealPurpose | undefined,
    fields: fields as readonly string[],
    at: new Date(at),
    by: by as AccessRecord['by'],
  };
}

/** ElectroDB's cursor for the record with this id. */
function cursorAfter(resident: string, id: string): string {
  return Buffer.from(JSON.stringify({ pk: `LOOKED#${resident}`, sk: id })).toString('base64url');
}
