import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { rowsToRead } from '../../shared/page';
import { EVENTS_KEPT_MS, type FeedReading, timeOf, turnsOf } from '../feed/feed-cursor.rules';
import { type FindingEvent, type FindingEventNote } from './finding-alert.events';
import { createFindingEventEntity } from './finding-event.entity';
import { type FindingState } from './finding.rules';

/** An event as it was noted in an area, and its turn there. */
export interface NotedFinding extends FindingEvent {
  readonly turn: string;
}

/** Reads and writes what was found in areas. */
export class FindingEventRepo {
  readonly #events;

  constructor(private readonly table: Table) {
    this.#events = lazily(() => createFindingEventEntity(table));
  }

  /** Notes an event in all its areas, in one batch; one that is told again is noted again. Returns how many items. */
  async keep(note: FindingEventNote, now: Date): Promise<number> {
    const { areas, caseId, number, from, to, inspection, premises, item } = note;
    const expiresAt = Math.ceil((now.getTime() + EVENTS_KEPT_MS) / 1000);
    const turn = `${timeOf(now.getTime())}#${caseId}#${number}`;
    const event = { turn, caseId, number, from, to, inspection, premises, item, expiresAt };
    const puts = areas.map((area) => this.#events.put({ ...event, area }).params<PreparedPut>());
    return putAll(this.table, itemsOf(puts));
  }

  /** Some of an area's events, oldest first, and whether more follow; one Query, strongly consistent. */
  async noted(
    reading: FeedReading,
    limit: number,
  ): Promise<{ events: readonly NotedFinding[]; more: boolean }> {
    const [first, last] = turnsOf(reading);
    const { data } = await this.#events.query
      .primary({ area: reading.area })
      .between({ turn: first }, { turn: last })
      .go({ limit: rowsToRead(limit), consistent: true });
    const events = data.slice(0, limit).map(({ from, to, ...event }) => ({
      ...event,
      from: from as FindingState | undefined,
      to: to as FindingState,
    }));
    return { events, more: data.length > limit };
  }
}
