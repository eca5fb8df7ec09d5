import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { rowsToRead } from '../../shared/page';
import { type CaseState } from '../cases/case.machine';
import { type CaseEventNote } from './case-event.events';
import { createCaseEventEntity } from './case-event.entity';
import { type FeedReading } from './feed-cursor.rules';

/** How long an event is kept, in ms: a day longer than a cursor counts. */
const KEPT_MS = 91 * 86_400_000;

/** Digits of a time in ms; they last until the year 2286. */
const TIME_DIGITS = 13;

/** An event as it was noted in an area, and its turn there. */
export interface NotedEvent extends Pick<CaseEventNote, 'caseId' | 'number' | 'from' | 'to'> {
  readonly turn: string;
}

/** Reads and writes what happened in areas. */
export class CaseEventRepo {
  readonly #events;

  constructor(private readonly table: Table) {
    this.#events = lazily(() => createCaseEventEntity(table));
  }

  /** Notes events in all their areas, in batches; one that is told again is noted again. Returns how many items. */
  async keep(notes: readonly CaseEventNote[], now: Date): Promise<number> {
    const expiresAt = Math.ceil((now.getTime() + KEPT_MS) / 1000);
    const puts = notes.flatMap(({ areas, caseId, number, from, to }) =>
      areas.map((area) => {
        const turn = `${timeOf(now.getTime())}#${caseId}#${number}`;
        return this.#events.put({ area, turn, caseId, number, from, to, expiresAt }).params<PreparedPut>();
      }),
    );
    return putAll(this.table, itemsOf(puts));
  }

  /** Some of an area's events, oldest first, and whether more follow; one Query, strongly consistent. */
  async noted(
    { area, from, until, after }: FeedReading,
    limit: number,
  ): Promise<{ events: readonly NotedEvent[]; more: boolean }> {
    // The first character behind a key that is lower than any that goes on one.
    const first = after === undefined ? timeOf(from) : `${after}!`;
    const { data } = await this.#events.query
      .primary({ area })
      .between({ turn: first }, { turn: timeOf(until + 1) })
      .go({ limit: rowsToRead(limit), consistent: true });
    const events = data.slice(0, limit).map(({ turn, caseId, number, from: was, to }) => ({
      ...{ turn, caseId, number },
      from: was as CaseState | undefined,
      to: to as CaseState,
    }));
    return { events, more: data.length > limit };
  }
}

function timeOf(ms: number): string {
  return String(ms).padStart(TIME_DIGITS, '0');
}
