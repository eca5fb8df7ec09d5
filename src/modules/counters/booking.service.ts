import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { familyIds, type Target } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate, type Day } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf, pageOfAll } from '../../shared/page';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type BookingRepo } from './booking.repo';
import { type BookingRecord, type BookingSummary } from './booking.rules';
import { type CounterService } from './counter.service';

/** Bookings (预约) as they are read: one's own and family's, and whom a counter expects. */
export class BookingService {
  constructor(
    private readonly repo: BookingRepo,
    private readonly counters: CounterService,
    private readonly residents: ResidentService,
    private readonly clock: Clock,
  ) {}

  /** The booking with this id, for whoever has to do with it; NOT_FOUND for all others. One Query. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<BookingRecord> {
    return (await this.reach(actor, reads, id)).booking;
  }

  /**
   * The same with what the permissions must know of it, strongly consistent when asked. Whoever made the request `own` before
   * is answered again, also where they have nothing to do with it any more.
   * @throws TechnicalError NOT_FOUND
   */
  async reach(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    { consistent = false, own }: { consistent?: boolean; own?: string } = {},
  ): Promise<{ booking: BookingRecord; target: Target }> {
    const booking = isId(id) ? await this.repo.find(reads, id, { consistent }) : undefined;
    if (booking === undefined) throw new TechnicalError('NOT_FOUND');
    const { resident } = booking;
    // Whom the account acts for, its tie says without a look at the register.
    const isOwn =
      resident === actor.id ||
      (!familyIds(actor).includes(resident) && (await this.selvesOf(actor, reads)).includes(resident));
    const reporterId = booking.steps[0]?.by.id ?? '';
    const target = { area: booking.area, residentId: isOwn ? actor.id : resident, reporterId };
    const isMade = booking.steps.some((step) => step.id === own && step.by.id === actor.id);
    if (grantFor(actor, 'booking:read', target) === undefined && !isMade)
      throw new TechnicalError('NOT_FOUND');
    return { booking, target };
  }

  /**
   * The actor's own bookings and those of family, the latest first, each with whom it is for, also those made by others. One Query
   * for each person and each record that was merged, at once; those of the actor's own merged records after them.
   */
  async mine(actor: Actor, reads: CollectionReader, args: PageArgs): Promise<Page<BookingSummary>> {
    if (grantFor(actor, 'booking:list-own', { residentId: actor.id }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const page = pageOf(args);
    const listOf = async ([id, resident]: readonly [string, string]): Promise<Page<BookingSummary>> => {
      const { rows, ...rest } = await this.repo.ofResident(id, page);
      return { ...rest, rows: rows.map(({ row, key }) => ({ key, row: { ...row, resident } })) };
    };
    const people = peopleOf(actor);
    const [pages, selves] = await Promise.all([
      Promise.all([...people].map(listOf)),
      this.selvesOf(actor, reads),
    ]);
    const others = selves.filter((id) => !people.has(id));
    const more = await Promise.all(others.map((id) => listOf([id, actor.id])));
    return pageOfAll([...pages, ...more], page.limit);
  }

  /** Whom a counter expects on a day, today when none is named; one Query beside the counter’s. NOT_FOUND for others than its staff. */
  async atCounter(
    actor: Actor,
    reads: CollectionReader,
    { counter, day }: { counter: string; day?: Day | undefined },
    args: PageArgs,
  ): Promise<Page<BookingSummary>> {
    const page = pageOf(args);
    const on = day ?? businessDate(this.clock.now());
    const [found, rows] = await Promise.all([
      this.counters.lookUp(reads, counter),
      this.repo.atCounter(counter, on, page),
    ]);
    if (found === undefined || grantFor(actor, 'counter:serve', { area: found.area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return rows;
  }

  /** The records under which a resident who acts is on file; none for others, and where there is none. */
  async selvesOf(actor: Actor, reads: CollectionReader): Promise<readonly string[]> {
    if (!isId(actor.id) || !actor.appointments.some(({ role }) => role === 'RESIDENT')) return [];
    const own = await this.residents.current(reads, actor.id);
    return own === undefined ? [] : idsOf(own);
  }
}

/** Everybody whose bookings the actor has, by every id they are on file under: who they are to the actor. */
function peopleOf({ id: own, account }: Actor): ReadonlyMap<string, string> {
  const family = account?.family ?? [];
  return new Map([
    ...family.flatMap(({ resident, ids }) => ids.map((id) => [id, resident] as const)),
    [own, own],
  ]);
}
