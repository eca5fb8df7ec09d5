import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { longId, shortId } from '../../shared/ids';
import { STATE_CODES, URGENCY_CODES } from '../cases/case-codes.rules';
import { createDeskCaseEntity } from './desk-case.entity';
import { liesThere, markedBy } from './desk-row.rules';
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

/** Reads and writes what lies on desks. */
export class DeskCaseRepo {
  readonly #desks;

  constructor(private readonly table: Table) {
    this.#desks = lazily(() => createDeskCaseEntity(table));
  }

  /** Writes what lies where, in batches, over what stood there; of several of one place the last. Returns how many. */
  async keep(notes: readonly DeskNote[], now: Date): Promise<number> {
    const last = new Map(notes.map((note) => [`${note.holder} ${note.case.id}`, note]));
    const puts = [...last.values()].map(({ holder, case: found, isThere }) =>
      this.#desks
        .put({
          ...{ holder, short: shortId(found.id), row: rowOf(found) },
          ...markedBy(isThere, now),
        })
        .params<PreparedPut>(),
    );
    return putAll(this.table, itemsOf(puts));
  }

  /** All that lies on a desk, at most so many; one Query, and more where much has left of late. */
  async of(holder: string, most: number): Promise<readonly DeskCase[]> {
    const rows = await fillPage(
      { rows: most, from: null },
      (limit, cursor) => this.#desks.query.primary({ holder }).go({ limit, cursor }),
      liesThere,
    );
    return rows.map(({ short, row }) => caseFrom(longId(short), row as Row));
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
