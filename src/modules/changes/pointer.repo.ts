import { putAll } from '../../data/bulk-write';
import { type PreparedPut, itemsOf } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { rowsToRead } from '../../shared/page';
import { createPointerEntity, type PointerEntity } from './pointer.entity';
import { keyOf, type Pointer, type PointerKind } from './pointer.events';
import { type FollowedType } from './presence.rules';

/** How long a pointer is kept that says that a record is gone, in ms: a day longer than a cursor counts. */
const KEPT_MS = 91 * 86_400_000;

/** Digits of a time in ms; they last until the year 2286. */
const TIME_DIGITS = 13;

/** What a pointer carries beside the record's id; short because a hundred are read at once. */
interface Row {
  readonly type: FollowedType;
  readonly guard: string;
  /** When it changed, in ms; when it was noted, where that is not known. */
  readonly at: number;
  /** Absent where the record is here, which is the rule. */
  readonly kind?: PointerKind | undefined;
}

/** A pointer as it was told, and its turn among the changes of its grid. */
export interface ToldPointer extends Pick<Pointer, 'type' | 'id' | 'guard' | 'kind'> {
  readonly turn: string;
  /** When it changed, in ms. */
  readonly at: number;
}

/** Which of a grid's changes: those after a turn, or of a time in ms on, up to another time, so many at most. */
export interface PointerRange {
  readonly from: number;
  readonly after?: string | undefined;
  readonly until: number;
  readonly limit: number;
}

/** Some of a grid's changes, oldest first, and whether more follow. */
export interface PointerPage {
  readonly pointers: readonly ToldPointer[];
  readonly more: boolean;
}

/** Reads and writes what has changed in grids. */
export class PointerRepo {
  readonly #pointers: PointerEntity;

  constructor(private readonly table: Table) {
    this.#pointers = lazily(() => createPointerEntity(table));
  }

  /** Notes pointers, each in place of an earlier one about the same; in batches, no two may be about the same. Returns how many. */
  async keep(pointers: Iterable<Pointer>, now: Date): Promise<number> {
    return putAll(this.table, this.#itemsOf(pointers, now));
  }

  /** Some of a grid's changes, oldest first; one Query of the index. */
  async told(grid: string, { from, after, until, limit }: PointerRange): Promise<PointerPage> {
    // The first character behind a key that is lower than any that goes on one.
    const first = after === undefined ? timeOf(from) : `${after}!`;
    const { data } = await this.#pointers.query
      .told({ grid })
      .between({ turn: first }, { turn: timeOf(until + 1) })
      .go({ limit: rowsToRead(limit), data: 'includeKeys', ignoreOwnership: true });
    const pointers = data.slice(0, limit).map(toldBy);
    return { pointers, more: data.length > limit };
  }

  *#itemsOf(pointers: Iterable<Pointer>, now: Date): Generator<Record<string, unknown>> {
    const expiresAt = Math.ceil((now.getTime() + KEPT_MS) / 1000);
    for (const pointer of pointers) {
      const { grid, id, type, guard, kind, at = now, isLast } = pointer;
      const key = keyOf(pointer);
      const row: Row = { type, guard, at: at.getTime(), ...(kind === 'HERE' ? {} : { kind }) };
      const put = this.#pointers.put({
        ...{ grid, key, id, row, turn: `${timeOf(now.getTime())}#${key}` },
        ...(isLast ? { expiresAt } : {}),
      });
      yield* itemsOf([put.params<PreparedPut>()]);
    }
  }
}

/** A row of the index: it carries only its keys, the id and the row. */
function toldBy(item: object): ToldPointer {
  const { id, row, gsi1sk } = item as { id: string; row: Row; gsi1sk: string };
  const { type, guard, at, kind = 'HERE' } = row;
  return { id, type, guard, at, kind, turn: gsi1sk };
}

function timeOf(ms: number): string {
  return String(ms).padStart(TIME_DIGITS, '0');
}
