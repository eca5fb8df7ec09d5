import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Change } from '../../shared/change';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type Answers } from './answer.rules';
import {
  createSheetFillEntity,
  createSheetFillStepEntity,
  type SheetFillEntity,
  type SheetFillStepEntity,
} from './fill.entity';
import { SHEET_FILL_STATES, type SheetFillState } from './fill.machine';
import { type SheetFill, type SheetFillFile, type SheetFillStep, type SheetFillSummary } from './fill.rules';

/** What lists show; short, because a hundred rows must stay small. */
interface Row {
  readonly s: string;
  readonly v: number;
  /** Initials of the kind of subject and of the state. */
  readonly k: string;
  readonly who: string;
  readonly of: string;
  readonly a: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

type Facts = Pick<SheetFill, 'updates' | 'updated' | 'reviewed' | 'filledBy' | 'answeredBy' | 'visit'>;

/** Fills whose whole items are read at once for an export. */
const READ_AT_ONCE = 100;

/** Reads and writes sheets that were filled in. */
export class SheetFillRepo {
  readonly #fills: SheetFillEntity;
  readonly #steps: SheetFillStepEntity;

  constructor(private readonly table: Table) {
    this.#fills = lazily(() => createSheetFillEntity(table));
    this.#steps = lazily(() => createSheetFillStepEntity(table));
  }

  /** A filled sheet with what was done with it since; one Query. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<SheetFillFile | undefined> {
    const items = await reads.read(fillKey(id), { consistent });
    const fill = this.fromItem(items.find(({ sk }) => sk === 'FILL'));
    const steps = items
      .filter(({ __edb_e__ }) => __edb_e__ === 'sheet-fill-step')
      .map((item) => this.#steps.parse({ Item: item }).data)
      .filter((data) => data !== null)
      .map(({ order, facts }) => ({
        revision: Number(order),
        ...(facts as Omit<SheetFillStep, 'revision'>),
      }));
    return fill && { ...fill, steps };
  }

  /** The filled sheet in an item. */
  fromItem(item: Record<string, unknown> | undefined): SheetFill | undefined {
    const { data } = item === undefined ? { data: null } : this.#fills.parse({ Item: item });
    return data === null ? undefined : toFill(data);
  }

  /** What was filled in of a sheet in an area of any level and stands in a state, by area; one Query. */
  async results(
    { sheet, area, state }: { sheet: string; area: string; state: SheetFillState },
    page: PageKey,
  ): Promise<Page<SheetFillSummary>> {
    const { data } = await this.#fills.query
      .results({ state, sheet })
      .begins({ area })
      .go({
        limit: rowsToRead(page.limit),
        cursor: cursorAfter('gsi1', `FILLS_${state}#${sheet}`, page.afterKey),
        ignoreOwnership: true,
      });
    const rows = data.map(({ id, row }) => {
      const fill = toSummary(id, row as Row);
      return { row: fill, key: `${fill.area}#${id}` };
    });
    return pageFrom(rows, page.limit);
  }

  /** All of that; a Query for each page. */
  async allResults({
    sheet,
    area,
    state,
  }: {
    sheet: string;
    area: string;
    state: SheetFillState;
  }): Promise<readonly SheetFillSummary[]> {
    const { data } = await this.#fills.query
      .results({ state, sheet })
      .begins({ area })
      .go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id, row }) => toSummary(id, row as Row));
  }

  /**
   * Writes where a filled sheet lies from now on, unless somebody has changed it since it was read: false then. Nothing was done
   * with it, so its revision stays.
   */
  async relocate(reads: CollectionReader, fill: SheetFill): Promise<boolean> {
    const put = this.#fills.put(toStored(fill)).where(({ revision }, { eq }) => eq(revision, fill.revision));
    return (await commitFor(reads, this.table, [put.params<PreparedPut>()], undefined)).done;
  }

  /** What was filled in about residents or households, the newest first; one Query each, all at once. */
  async about(subjects: readonly string[], page: PageKey): Promise<Page<SheetFillSummary>> {
    const all = await Promise.all(
      subjects.map(async (subject) => {
        const { data } = await this.#fills.query.about({ subject }).go({
          order: 'desc',
          limit: rowsToRead(page.limit),
          cursor: cursorAfter('gsi2', `FILLS_OF#${subject}`, page.afterKey),
          ignoreOwnership: true,
        });
        return data.map(({ id, row }) => toSummary(id, row as Row));
      }),
    );
    const rows = all.flat().sort((a, b) => (a.id < b.id ? 1 : -1));
    return pageFrom(
      rows.slice(0, rowsToRead(page.limit)).map((row) => ({ row, key: row.id })),
      page.limit,
    );
  }

  /** The whole of filled sheets, in their order; one BatchGetItem for each hundred. */
  async whole(ids: readonly string[]): Promise<SheetFill[]> {
    const found = new Map<string, SheetFill>();
    for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
      const keys = ids.slice(start, start + READ_AT_ONCE).map((id) => ({ id }));
      const { data, unprocessed } = await this.#fills.get(keys).go();
      if (unprocessed.length > 0)
        throw new Error(`${unprocessed.length} filled sheets were not read; repeat.`);
      for (const stored of data) found.set(stored.id, toFill(stored));
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Writes prepared writes: all or nothing. */
  async commit(
    reads: CollectionReader,
    puts: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(reads, this.table, puts, gate);
  }

  /** A prepared write of a filled sheet that is new, or that nobody changed since `revision - 1`. */
  saving(fill: SheetFill): PreparedPut {
    const put = this.#fills.put(toStored(fill));
    const condition =
      fill.revision === 1
        ? put.where(({ id }, { notExists }) => notExists(id))
        : put.where(({ revision }, { eq }) => eq(revision, fill.revision - 1));
    return condition.params<PreparedPut>();
  }

  /** A prepared write of what was done with one. */
  noting(fill: string, { revision, ...facts }: SheetFillStep): PreparedPut {
    const order = String(revision).padStart(4, '0');
    return this.#steps.put({ fill, order, facts }).params<PreparedPut>();
  }
}

/** Partition key of a filled sheet's collection. */
export function fillKey(id: string): string {
  return `FILL#${id}`;
}

function toFill({
  id,
  revision,
  row,
  answers,
  sealed,
  facts,
  changes,
}: EntityItem<SheetFillEntity>): SheetFill {
  return {
    ...toSummary(id, row as Row),
    ...(facts as Facts),
    ...{ revision, answers: answers as Answers, sealed: sealed as Uint8Array | undefined },
    changes: changes as readonly Change[],
  };
}

function toSummary(id: string, { s, v, k, who, of, a, at, by }: Row): SheetFillSummary {
  return {
    ...{ id, sheet: s, version: v, subject: who, of, area: a, filledAt: new Date(at), filledByName: by },
    kind: k.startsWith('R') ? 'RESIDENT' : 'HOUSEHOLD',
    state: SHEET_FILL_STATES.find((state) => state.startsWith(k.charAt(1))) ?? 'SUBMITTED',
  };
}

function toStored(fill: SheetFill): EntityItem<SheetFillEntity> {
  const { id, revision, sheet, version, kind, subject, of, area, state, filledAt, filledByName } = fill;
  const { updates, updated, reviewed, filledBy, answeredBy, visit, answers, sealed, changes } = fill;
  const facts: Facts = { updates, updated, reviewed, filledBy, answeredBy, visit };
  const row: Row = {
    ...{ s: sheet, v: version, k: kind.charAt(0) + state.charAt(0), who: subject, of, a: area },
    ...{ at: filledAt.getTime(), by: filledByName },
  };
  return { id, revision, row, answers, sealed, facts, changes, sheet, state, area, subject };
}

/** ElectroDB's cursor for the row with this key, which is the id or ends in it. */
function cursorAfter(index: 'gsi1' | 'gsi2', partition: string, key: string | undefined): string | null {
  if (key === undefined) return null;
  const start = {
    ...{ pk: fillKey(key.split('#').at(-1) ?? ''), sk: 'FILL' },
    ...{ [`${index}pk`]: partition, [`${index}sk`]: key },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
