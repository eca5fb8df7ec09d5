import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { levelOf } from '../../shared/area-code';
import { businessDate, businessMonth, type Day, isDay, lastDateOf, weekOf } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type AppointmentService } from '../people/appointment.service';
import { type LogRepo } from './log.repo';
import { countsOf } from './log.rules';
import { type LogContent } from './log-row.rules';
import { type LogItem, type PatrolRound, type RoundOfDay, type WorkDay, type WorkPeriod } from './log.type';

/** Somebody's log from one day to another, as the actor may see it. */
export interface LogStretch extends LogContent {
  readonly person: string;
  readonly from: Day;
  readonly to: Day;
}

/** Reading work logs: one's own, and for supervisors what was done in their area. */
export class LogService {
  constructor(
    private readonly repo: LogRepo,
    private readonly staff: AppointmentService,
    private readonly clock: Clock,
  ) {}

  /** The log of a day, today's where none is named; NOT_FOUND for somebody outside the actor's area. */
  async day(
    actor: Actor,
    reads: CollectionReader,
    date: Day | undefined,
    person: string | undefined,
  ): Promise<WorkDay> {
    const day = date ?? this.#today();
    const stretch = await this.stretch(actor, reads, { person, from: day, to: day });
    const { items, comments } = stretch;
    const rounds = stretch.rounds.map((round) => withWork(round, items));
    return { date: day, person: stretch.person, items, counts: countsOf(items), rounds, comments };
  }

  /** The week that a day lies in, counted; NOT_FOUND for somebody outside the actor's area. */
  async week(
    actor: Actor,
    reads: CollectionReader,
    date: Day | undefined,
    person: string | undefined,
  ): Promise<WorkPeriod> {
    return countedBy(await this.stretch(actor, reads, { person, ...weekOf(date ?? this.#today()) }));
  }

  /** A month (YYYY-MM), counted; NOT_FOUND for somebody outside the actor's area. */
  async month(
    actor: Actor,
    reads: CollectionReader,
    month: string | undefined,
    person: string | undefined,
  ): Promise<WorkPeriod> {
    const asked = month ?? businessMonth(this.clock.now());
    return countedBy(await this.stretch(actor, reads, { person, ...daysOf(asked) }));
  }

  /**
   * All of a log from one day to another. One's own is whole; of others a supervisor sees what lies in their area, and no
   * rounds: those are nobody's check-in.
   */
  async stretch(
    actor: Actor,
    reads: CollectionReader,
    asked: { readonly person: string | undefined; readonly from: Day; readonly to: Day },
  ): Promise<LogStretch> {
    const { from, to } = asked;
    const person = asked.person ?? actor.id;
    if (![from, to].every(isDay)) throw new TechnicalError('BAD_USER_INPUT', { what: 'date: YYYY-MM-DD' });
    const [content] = await Promise.all([
      this.repo.between(person, from, to),
      this.assertReadable(actor, reads, person),
    ]);
    if (person === actor.id) return { person, from, to, ...content };
    const items = content.items.filter(
      ({ area }) => grantFor(actor, 'log:supervise', { area }) !== undefined,
    );
    const shown = new Set(items.map(({ id }) => id));
    const comments = content.comments.filter(({ entry }) => entry === undefined || shown.has(entry));
    return { person, from, to, items, comments, rounds: [] };
  }

  /** Throws NOT_FOUND unless it is the actor, or somebody who holds or held a post in an area the actor supervises. */
  async assertReadable(actor: Actor, reads: CollectionReader, person: string): Promise<void> {
    if (person === actor.id) return;
    const posts = isId(person) ? await this.staff.ofPerson(actor, reads, person) : [];
    if (!posts.some(({ area }) => grantFor(actor, 'log:supervise', { area }) !== undefined))
      throw new TechnicalError('NOT_FOUND');
  }

  /** What was done in a community or grid on a day; NOT_FOUND outside the actor's area. */
  async ofCommunity(
    actor: Actor,
    area: string,
    date: Day | undefined,
    args: PageArgs,
  ): Promise<Page<LogItem>> {
    if (grantFor(actor, 'log:supervise', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const level = levelOf(area);
    if (level !== 'COMMUNITY' && level !== 'GRID')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: a community or a grid' });
    return this.repo.inCommunity(area, date ?? this.#today(), pageOf(args));
  }

  #today(): Day {
    return businessDate(this.clock.now());
  }
}

/** First and last day of a month given as YYYY-MM. */
export function daysOf(month: string): { from: Day; to: Day } {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new TechnicalError('BAD_USER_INPUT', { what: 'month: YYYY-MM' });
  return { from: `${month}-01`, to: lastDateOf(month) };
}

/** A round with what was done between its start and its end, or so far; to the second, as lines are kept. */
function withWork(round: PatrolRound, items: readonly LogItem[]): RoundOfDay {
  const second = (at: Date) => Math.floor(at.getTime() / 1000);
  const from = second(round.startedAt);
  const to = round.endedAt === undefined ? Infinity : second(round.endedAt);
  const work = items.filter(({ at }) => second(at) >= from && second(at) <= to);
  return { ...round, work };
}

function countedBy({ person, from, to, items }: LogStretch): WorkPeriod {
  const byDay = new Map<Day, LogItem[]>();
  for (const item of items) {
    const day = businessDate(item.at);
    byDay.set(day, [...(byDay.get(day) ?? []), item]);
  }
  const days = [...byDay].map(([date, some]) => ({ date, counts: countsOf(some) }));
  return { person, from, to, days, counts: countsOf(items) };
}
