import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type LiveEvent } from '../../auth/request';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { pageOf } from '../../shared/page';
import { type CaseState } from '../cases/case.machine';
import { type CaseService } from '../cases/case.service';
import { timelineOf } from '../cases/case-timeline.rules';
import { type Case } from '../cases/case.type';
import { type CaseEventRepo } from './case-event.repo';
import { type CaseEvent, type CaseEventFeed } from './case-event.type';
import { decodePosition, encodePosition, positionAfter, readingOf } from './feed-cursor.rules';

/** What happens to cases: told as it happens, and again to whoever was away. */
export class CaseEventService {
  constructor(
    private readonly repo: Pick<CaseEventRepo, 'noted'>,
    private readonly cases: Pick<CaseService, 'get' | 'many'>,
    private readonly clock: Clock,
  ) {}

  /** An event to somebody who watches; NOT_FOUND when they may not see the case now. */
  async told(actor: Actor, reads: CollectionReader, event: LiveEvent): Promise<CaseEvent> {
    const found = await this.cases.get(actor, reads, event.caseId, { consistent: true });
    const told = eventOf(found, { ...event, from: event.from as CaseState, to: event.to as CaseState });
    if (told === undefined) throw new TechnicalError('TRY_AGAIN');
    return told;
  }

  /**
   * What happened in an area since a cursor, as far as the actor may see it; without one, from this moment on. One Query, and
   * one BatchGetItem for the cases.
   * @throws TechnicalError NOT_FOUND, BAD_USER_INPUT, CURSOR_INVALID
   */
  async since(
    actor: Actor,
    { area, cursor, first }: { area: string; cursor?: string | undefined; first: number },
  ): Promise<CaseEventFeed> {
    const { limit } = pageOf({ first });
    if (grantFor(actor, 'case:watch', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const now = this.clock.now();
    const position = cursor === undefined ? undefined : decodePosition(cursor, area, now);
    const reading = readingOf(position, area, now);
    const { events, more } = await this.repo.noted(reading, limit);
    const found = await this.cases.many(actor, [...new Set(events.map(({ caseId }) => caseId))]);
    const known = new Map(found.map((each) => [each.id, each]));
    const told = new Map(
      events.flatMap((event) => {
        const seen = known.get(event.caseId);
        const each = seen && eventOf(seen, event);
        return each === undefined ? [] : [[each.id, each] as const];
      }),
    );
    const next = positionAfter(reading, more ? events.at(-1)?.turn : undefined);
    return { events: [...told.values()], cursor: encodePosition(next), hasMore: more };
  }
}

/** The event in a case; undefined where what was read of the case is older than its step. */
function eventOf(
  found: Case,
  { number, from, to }: { number: number; from?: CaseState | undefined; to: CaseState },
): CaseEvent | undefined {
  const step = timelineOf(found)[number - 1];
  return step && { id: `${found.id}#${number}`, number, from, to, step, case: found };
}
