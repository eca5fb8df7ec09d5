import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { longId, shortId } from '../../shared/ids';
import { STATE_CODES, URGENCY_CODES } from '../cases/case-codes.rules';
import { createDeskCaseEntity } from './desk-case.entity';
import { type DeskCase, type DeskNote } from './desk-case.events';

/** A row as it is kept: a list, for names of fields would be half of it. Times are ms since 1970, null is nothing. */
type Row = readonly [
  state: string,
  category: string,
  urgency: string,
  area: string,
  address: string | null,
  latitude: number | null,
  longitude: number | null,
  nearAt: number | null,
  dueAt: number | null,
];

/** How long one that has left a desk is kept as such, in ms: longer than the stream brings anything again. */
const KEPT_MS = 15 * 86_400_000;

/** Reads and writes what lies on desks. */
export class DeskCaseRepo {
  readonly #desks;

  constructor(private readonly table: Table) {
    this.#desks = lazily(() => createDeskCaseEntity(table));
  }

  /** Writes what lies where, in batches, over what stood there; of several of one place the last. Returns how many. */
  async keep(notes: readonly DeskNote[], now: Date): Promise<number> {
    const last = new Map(notes.map((note) => [`${note.holder} ${note.case.id}`, note]));
    const expiresAt = Math.ceil((now.getTime() + KEPT_MS) / 1000);
    const puts = [...last.values()].map(({ holder, case: found, isThere }) =>
      this.#desks
        .put({
          ...{ holder, short: shortId(found.id), row: rowOf(found) },
          ...(isThere ? {} : { expiresAt }),
        })
        .params<PreparedPut>(),
    );
    return putAll(this.table, itemsOf(puts));
  }

  /** All that lies on a desk, at most so many rows read; one Query. */
  async of(holder: string, most: number): Promise<readonly DeskCase[]> {
    const { data } = await this.#desks.query.primary({ holder }).go({ limit: most });
    return data
      .filter(({ expiresAt }) => expiresAt === undefined)
      .map(({ short, row }) => caseFrom(longId(short), row as Row));
  }
}

function rowOf({ state, category, urgency, area, address, point, nearAt, dueAt }: DeskCase): Row {
  return [
    ...([STATE_CODES.short(state), category, URGENCY_CODES.short(urgency), area, address ?? null] as const),
    ...([point?.latitude ?? null, point?.longitude ?? null] as const),
    ...([nearAt?.getTime() ?? null, dueAt?.getTime() ?? null] as const),
  ];
}

function caseFrom(id: string, row: Row): DeskCase {
  const [state, category, urgency, area, address, latitude, longitude, nearAt, dueAt] = row;
  return {
    ...{ id, state: STATE_CODES.long(state), category, urgency: URGENCY_CODES.long(urgency), area },
    address: address ?? undefined,
    point: latitude === null || longitude === null ? undefined : { latitude, longitude },
    nearAt: nearAt === null ? undefined : new Date(nearAt),
    dueAt: dueAt === null ? undefined : new Date(dueAt),
  };
}
