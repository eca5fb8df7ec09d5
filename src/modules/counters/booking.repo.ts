import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { pagesOfShards, shardOf } from '../../data/shards';
import { type Table } from '../../data/table';
import { businessDate, type Day, daysAfter, momentOf } from '../../shared/business-date';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  type BookingDueEntity,
  type BookingEntity,
  createBookingDueEntity,
  createBookingEntity,
  createOpenBookingsEntity,
  type OpenBookingsEntity,
} from './booking.entity';
import {
  type BookingDue,
  type BookingRecord,
  type BookingStep,
  type BookingSummary,
  type OpenBooking,
} from './booking.rules';
import { storedRowOf, summaryFrom } from './booking.row';
import { expiryOf } from './counter.repo';

interface Facts extends Pick<BookingRecord, 'area' | 'application' | 'consent'> {
  readonly due?: { readonly at: string; readonly kind: BookingDue['kind'] } | undefined;
}

/** Which bookings of a resident are open; version 0 where there never was one. */
export interface OpenBookings {
  readonly resident: string;
  readonly version: number;
  readonly open: readonly OpenBooking[];
}

/** That the clock has to look at a booking at a moment (RFC 3339 UTC). */
export interface NotedDue {
  readonly at: string;
  readonly id: string;
}

/** How long a booking is kept after its day, in ms. */
const KEPT_MS = 180 * 86_400_000;

/** In how many shards the moments lie. */
const SHARDS = 4;

/** Reads and writes bookings. */
export class BookingRepo {
  readonly #bookings: BookingEntity;
  readonly #open: OpenBookingsEntity;
  readonly #due: BookingDueEntity;

  constructor(private readonly table: Table) {
    this.#bookings = lazily(() => createBookingEntity(table));
    this.#open = lazily(() => createOpenBookingsEntity(table));
    this.#due = lazily(() => createBookingDueEntity(table));
  }

  /** A booking; one Query. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<BookingRecord | undefined> {
    const items = await reads.read(`BOOKING#${id}`, { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'BOOKING'));
  }

  /** Which bookings of a resident are open, strongly consistent; one Query. */
  async openOf(reads: CollectionReader, resident: string): Promise<OpenBookings> {
    const [found] = await reads.read(`OPEN_BOOKINGS#${resident}`, { consistent: true });
    if (found === undefined) return { resident, version: 0, open: [] };
    const open = (found.open as readonly (readonly [string, number, number])[]).map(([id, start, end]) => ({
      ...{ id, start: new Date(start), end: new Date(end) },
    }));
    return { resident, version: Number(found.version), open };
  }

  /** A resident's bookings, the latest first; one Query. */
  async ofResident(resident: string, page: PageKey): Promise<Page<BookingSummary>> {
    const { data } = await this.#bookings.query
      .ofResident({ resident })
      .lt({ start: page.afterKey ?? '~' })
      .go({ limit: rowsToRead(page.limit), order: 'desc', ...WITH_KEYS });
    return pageFrom(
      data.map((item) => keyed(item, 'gsi2sk')),
      page.limit,
    );
  }

  /** Whom a counter expects on a day, the first first; one Query. */
  async atCounter(counter: string, day: Day, page: PageKey): Promise<Page<BookingSummary>> {
    const [from, to] = [day, daysAfter(day, 1)].map((each) => momentOf(each, '00:00:00').toISOString());
    const low = page.afterKey === undefined ? (from ?? '') : `${page.afterKey}~`;
    const { data } = await this.#bookings.query
      .atCounter({ counter })
      .between({ turn: low }, { turn: low > (to ?? '') ? low : (to ?? '') })
      .go({ limit: rowsToRead(page.limit), ...WITH_KEYS });
    return pageFrom(
      data.map((item) => keyed(item, 'gsi1sk')),
      page.limit,
    );
  }

  /** Writes a booking that is new, or that nobody changed since `version - 1`, with other writes: all or nothing. */
  async save(
    reads: CollectionReader,
    booking: BookingRecord,
    beside: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.saving(booking), ...beside], gate);
  }

  /** The write of a booking that is new, or that nobody changed since `version - 1`. */
  saving(booking: BookingRecord): PreparedPut {
    return this.#bookings
      .put(toStored(booking))
      .where((found, { eq, notExists }) =>
        booking.version === 1 ? notExists(found.version) : eq(found.version, booking.version - 1),
      )
      .params<PreparedPut>();
  }

  /** The write of a resident's open bookings, if nobody changed them since they were read. */
  savingOpen({ resident, version, open }: OpenBookings): PreparedPut {
    const rows = open.map(({ id, start, end }) => [id, start.getTime(), end.getTime()] as const);
    return this.#open
      .put({ resident, version: version + 1, open: rows })
      .where((found, { eq, notExists }) =>
        version === 0 ? notExists(found.version) : eq(found.version, version),
      )
      .params<PreparedPut>();
  }

  /** The write of what the clock has to do next with a booking; none where that is nothing. */
  savingDue({ id, due }: Pick<BookingRecord, 'id' | 'due'>): readonly PreparedPut[] {
    if (due === undefined) return [];
    return [this.#due.put(keyOf({ id, at: due.at.toISOString() })).params<PreparedPut>()];
  }

  /** What was to be looked at before a moment, page after page, shard after shard, longest ago first; as many Queries as pages. */
  dueBefore(now: Date, limit: number): AsyncGenerator<NotedDue[]> {
    const at = now.toISOString();
    return pagesOfShards(SHARDS, (shard, cursor) =>
      this.#due.query.primary({ shard }).lt({ at }).go({ limit, cursor }),
    );
  }

  /** Takes away what was noted for the clock; what is gone already is fine. */
  async removeDue(noted: NotedDue): Promise<void> {
    await this.#due.delete(keyOf(noted)).go();
  }

  /** The booking in an item. */
  fromItem(item: Record<string, unknown> | undefined): BookingRecord | undefined {
    const { data } = item === undefined ? { data: null } : this.#bookings.parse({ Item: item });
    return data === null ? undefined : toRecord(data);
  }
}

/** The index copies only its keys and `row`. */
const WITH_KEYS = { ignoreOwnership: true, data: 'includeKeys' } as const;

function toStored(booking: BookingRecord): EntityItem<BookingEntity> {
  const { id, version, resident, counter, state, area, application, consent, due, steps } = booking;
  const facts: Facts = {
    ...{ area, application, consent },
    due: due && { at: due.at.toISOString(), kind: due.kind },
  };
  const start = booking.start.toISOString();
  const expected = state === 'CANCELLED' ? {} : { counter, turn: `${start}#${id}` };
  const expiresAt = expiryOf(businessDate(booking.start), KEPT_MS);
  return { id, version, resident, start, row: storedRowOf(booking), facts, steps, expiresAt, ...expected };
}

function toRecord({
  id,
  version,
  resident,
  start,
  row,
  steps,
  facts: kept,
}: EntityItem<BookingEntity>): BookingRecord {
  const { due, ...facts } = kept as Facts;
  return {
    ...{ ...summaryFrom(id, start, row), ...facts, version, resident },
    due: due && { at: new Date(due.at), kind: due.kind },
    steps: steps as readonly BookingStep[],
  };
}

function keyed(item: object, name: 'gsi1sk' | 'gsi2sk'): { row: BookingSummary; key: string } {
  const {
    id,
    row,
    [name]: key = '',
  } = item as { id: string; row: unknown; gsi1sk?: string; gsi2sk?: string };
  return { row: summaryFrom(id, key.slice(0, key.indexOf('#')), row), key };
}

function keyOf({ id, at }: NotedDue) {
  return { shard: shardOf(id, SHARDS), at, id };
}
