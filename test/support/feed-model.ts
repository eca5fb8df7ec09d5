import { type Actor } from '../../src/auth/actor';
import { type Case } from '../../src/modules/cases/case.type';
import { type CaseEventNote } from '../../src/modules/feed/case-event.events';
import { CaseEventNoteService } from '../../src/modules/feed/case-event-note.service';
import { type NotedEvent } from '../../src/modules/feed/case-event.repo';
import { CaseEventService } from '../../src/modules/feed/case-event.service';
import { type FeedReading } from '../../src/modules/feed/feed-cursor.rules';

interface Kept extends NotedEvent {
  readonly area: string;
}

/** Cases, their stream, and what is noted of them, in memory; the services on it are the product's own. */
export class FeedModel {
  now = Date.UTC(2026, 4, 12);
  /** By how much the clock of whoever notes is behind, in ms. */
  lag = 0;
  readonly #cases = new Map<string, Case>();
  readonly #untold = new Map<string, CaseEventNote[]>();
  #kept: Kept[] = [];

  readonly #notes = new CaseEventNoteService(
    { keep: (notes, now) => Promise.resolve(this.#keep(notes, now)) },
    { now: () => new Date(this.now - this.lag) },
  );
  readonly service = new CaseEventService(
    { noted: (reading, limit) => Promise.resolve(this.#noted(reading, limit)) },
    {
      get: (_actor, _reads, id) => Promise.resolve(this.#case(id)),
      many: (_actor, ids) => Promise.resolve(ids.map((id) => this.#case(id))),
    },
    { now: () => new Date(this.now) },
  );

  /** A case is reported or moved in an area; the stream has something to tell. */
  move(id: string, areas: readonly string[]): void {
    const steps = [...(this.#cases.get(id)?.steps ?? [])];
    const by = { id: 'worker', name: '', role: 'GRID_WORKER' };
    const at = new Date(this.now).toISOString();
    steps.push({ id: `${id}${steps.length}`, move: 'ESCALATE', at, by, fingerprint: '' });
    const reported = { text: '某事', category: { code: 'OTHER' }, area: '510108008003001' };
    this.#cases.set(id, { id, steps, ...reported } as unknown as Case);
    const number = steps.length;
    const event = {
      ...{ caseId: id, number, from: undefined, to: 'REPORTED' as const, areas },
      ...{ holders: [], reporter: 'worker', people: new Set<string>() },
    };
    this.#untold.set(id, [...(this.#untold.get(id) ?? []), event]);
  }

  /**
   * The stream brings the events of some cases, in the order of each: noted, then told to whoever watches at that moment. Where
   * it breaks off after some, all come again; `brokenAfter` may fall between the noting and the telling.
   */
  async stream(isPicked: (id: string) => boolean, brokenAfter: number, tell: (event: CaseEventNote) => void) {
    const batch = [...this.#untold].filter(([id]) => isPicked(id)).flatMap(([, events]) => events);
    const acts = batch.flatMap((event) => [
      () => this.#notes.note(event),
      () => {
        tell(event);
        return Promise.resolve();
      },
    ]);
    for (const act of acts.slice(0, brokenAfter)) await act();
    for (const act of acts) await act();
    for (const { caseId } of batch) this.#untold.delete(caseId);
  }

  /** Ids of all that happened in an area. */
  history(): string[] {
    return [...this.#cases.values()].flatMap(({ id, steps }) =>
      steps.map((_step, index) => `${id}#${index + 1}`),
    );
  }

  #case(id: string): Case {
    const found = this.#cases.get(id);
    if (found === undefined) throw new Error(`There is no case ${id}.`);
    return found;
  }

  #keep(notes: readonly CaseEventNote[], now: Date): number {
    const kept = notes.flatMap(({ areas, caseId, number, from, to }) =>
      areas.map((area) => ({
        ...{ area, caseId, number, from, to },
        turn: `${now.getTime()}#${caseId}#${number}`,
      })),
    );
    const isNew = ({ area, turn }: Kept) =>
      !this.#kept.some((each) => each.area === area && each.turn === turn);
    this.#kept = [...this.#kept, ...kept.filter(isNew)];
    return kept.length;
  }

  #noted({ area, from, until, after }: FeedReading, limit: number) {
    const first = after === undefined ? String(from) : `${after}!`;
    const found = this.#kept
      .filter((each) => each.area === area && each.turn >= first && each.turn <= String(until + 1))
      .sort((a, b) => (a.turn < b.turn ? -1 : 1));
    return { events: found.slice(0, limit), more: found.length > limit };
  }
}

/** A screen that watches an area: what it was told live and afterwards. */
export class Screen {
  readonly told = new Map<string, number>();
  isWatching = false;
  #cursor: string | undefined;

  constructor(
    private readonly model: FeedModel,
    private readonly actor: Actor,
    private readonly area: string,
  ) {}

  /** An event as it is told live, where somebody watches. */
  hear({ caseId, number, areas }: CaseEventNote): void {
    if (this.isWatching && areas.includes(this.area)) this.#take(`${caseId}#${number}`);
  }

  /** Asks what was missed, page after page, or only so many of them. */
  async catchUp(first: number, mostPages = Infinity): Promise<void> {
    for (let page = 0; page < mostPages; page += 1) {
      const { events, cursor, hasMore } = await this.model.service.since(this.actor, {
        ...{ area: this.area, cursor: this.#cursor, first },
      });
      this.#cursor = cursor;
      for (const { id } of events) this.#take(id);
      if (!hasMore) return;
    }
  }

  #take(id: string): void {
    this.told.set(id, (this.told.get(id) ?? 0) + 1);
  }
}
