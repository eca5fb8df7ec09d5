import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { rowsToRead } from '../../shared/page';
import { type CaseState } from '../cases/case.machine';
import { type CaseEventNote } from './case-event.events';
import { createCaseEventEntity } from './case-event.entity';
import { EVENTS_KEPT_MS, type FeedReading, timeOf, turnsOf } from './feed-cursor.rules';

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
    const expiresAt = Math.ceil((now.getTime() + EVENTS_KEPT_MS) / 1000);
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
    reading: FeedReading,
    limit: number,
  ): Promise<{ events: readonly NotedEvent[]; more: boolean }> {
    const [first, last] = turnsOf(reading);
    const { data } = await this.#events.query
      .primary({ area: reading.area })
      .between({ turn: first }, { turn: last })
      .go({ limit: rowsToRead(limit), consistent: true });
    const events = data.slice(0, limit).map(({ turn, caseId, number, from: was, to }) => ({
      ...{ turn, caseId, number },
      from: was as CaseState | undefined,
      to: to as CaseState,
    }));
    return { events, more: data.length > limit };
  }
}
