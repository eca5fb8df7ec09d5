import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, levelOf, pathOf } from '../../shared/area-code';
import { businessDate, type Day, daysAfter } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, Refusals, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { type Datum, metresBetween, type Point, toWgs84 } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { type Page, pageFrom, pageOf } from '../../shared/page';
import { readPhone } from '../../shared/phone.rules';
import { type OfficeHours } from '../../shared/working-time';
import { type ServiceItemService } from '../services/service-item.service';
import { type PutCounterInput } from './counter.input';
import { type CounterRepo } from './counter.repo';
import {
  type Counter,
  type CounterContent,
  type CounterOffer,
  type CounterSummary,
  flawsOfCounter,
  MOST_OF_COUNTER,
} from './counter.rules';
import { MOST_DAYS_AHEAD, slotsOn, timeOf } from './slot.rules';
import { type CounterSlot } from './counter.type';

/** When the offices of a district work at a moment. */
export type FindOffice = (district: string, at: Date) => Promise<OfficeHours>;

/** Most flaws told at once. */
const MOST_FLAWS = 20;

/** Service counters (便民服务中心): where they are, when they are open, and what is free. */
export class CounterService {
  constructor(
    private readonly repo: CounterRepo,
    private readonly items: ServiceItemService,
    private readonly office: FindOffice,
    private readonly clock: Clock,
  ) {}

  /**
   * The counters of an area, of what lies in it and of what it lies in; the nearest first where a point is named, else the lowest
   * level first. A Query for each level, at once.
   * @throws TechnicalError BAD_USER_INPUT, NOT_FOUND in another district
   */
  async list(
    actor: Actor,
    { area: named, near }: { area?: string | undefined; near?: (Point & { datum: Datum }) | undefined },
    args: PageArgs,
  ): Promise<Page<CounterSummary>> {
    const area = named ?? actor.appointments[0]?.area ?? '';
    const path = pathOf(ancestorAt(area, 'COMMUNITY') ?? area);
    if (path.length === 0) throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    if (grantFor(actor, 'counter:read', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const { limit, afterKey = '' } = pageOf(args);
    const from = near && toWgs84(near, near.datum);
    const rows = (await this.repo.around(path))
      .map((row) => ({ row, key: orderOf(row, from) }))
      .filter(({ key }) => key > afterKey)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return pageFrom(rows, limit);
  }

  /** The counter with this id; NOT_FOUND in another district. One Query. */
  async get(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<Counter> {
    const found = await this.lookUp(reads, id, options);
    if (found === undefined || grantFor(actor, 'counter:read', { area: found.area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** The same for a caller who has been authorised; undefined when there is none. */
  async lookUp(
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<Counter | undefined> {
    return isId(id) ? this.repo.find(reads, id, options) : undefined;
  }

  /** When the offices of the actor's own district work; kept for a minute. */
  async officeOf(actor: Actor): Promise<OfficeHours | undefined> {
    const district = ancestorAt(actor.appointments[0]?.area ?? '', 'DISTRICT');
    return district === undefined ? undefined : this.office(district, this.clock.now());
  }

  /**
   * The slots of a counter from a day on, with what is free; those that have begun are left out. One trip.
   * @throws TechnicalError BAD_USER_INPUT for days that cannot be booked, NOT_FOUND
   */
  async slots(
    actor: Actor,
    reads: CollectionReader,
    { counter: id, from: named, days }: { counter: string; from?: Day | undefined; days: number },
  ): Promise<CounterSlot[]> {
    const now = this.clock.now();
    const today = businessDate(now);
    const from = named ?? today;
    const isOut = from < today || from >= daysAfter(today, MOST_DAYS_AHEAD);
    if (isOut || !Number.isInteger(days) || days < 1 || days > MOST_DAYS_AHEAD)
      throw new TechnicalError('BAD_USER_INPUT', { what: `from, days: 1–${String(MOST_DAYS_AHEAD)}` });
    const [counter, office] = await Promise.all([this.get(actor, reads, id), this.officeOf(actor)]);
    const end = daysAfter(today, MOST_DAYS_AHEAD);
    const all = Array.from({ length: days }, (_none, ahead) => daysAfter(from, ahead)).filter(
      (day) => day < end,
    );
    const ofDays = await Promise.all(
      all.map(async (day) => {
        const { taken } = await this.repo.dayOf(reads, id, day);
        return slotsOn(counter, office ?? NO_OWN_DAYS, day).map(({ start, end: over, capacity }) => ({
          ...{ start, end: over, capacity },
          free: Math.max(0, capacity - (taken[timeOf(start)] ?? 0)),
        }));
      }),
    );
    return ofDays.flat().filter(({ start }) => start > now);
  }

  /**
   * Puts a counter, or changes one as a whole. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, COUNTER_SERVICE, and those of `flawsOfCounter`; NOT_FOUND outside the actor's area
   */
  async put(actor: Actor, reads: CollectionReader, input: PutCounterInput): Promise<{ counter: Counter }> {
    const { id, counter: of, area } = input;
    if (!isId(id) || !isId(of)) throw new Refusal('ID_INVALID', {}, [isId(id) ? 'counter' : 'id']);
    const level = levelOf(area);
    if (level === undefined || level === 'GRID' || level === 'COURTYARD')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 6 / 9 / 12' });
    if (grantFor(actor, 'counter:manage', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const [standing, offers] = await Promise.all([
      this.repo.find(reads, of, { consistent: true }),
      this.#offers(area, input.services),
    ]);
    // Where it stands must be theirs too; an area never changes.
    if (standing !== undefined && standing.area !== area) throw new TechnicalError('NOT_FOUND');
    const mark = fingerprint([actor.id, input]);
    const again = takenIn(standing, { id, mark });
    if (again !== undefined) return { counter: again };
    if (input.expectedVersion !== (standing?.version ?? 0)) throw conflictWith(standing, 'expectedVersion');
    const content = contentFrom(input, offers);
    const flaws = flawsOfCounter(content);
    if (flaws.length > 0) throw new Refusals(flaws.slice(0, MOST_FLAWS));
    const requests = [...(standing?.requests ?? []), { id, mark }].slice(-MOST_OF_COUNTER.requests);
    const version = (standing?.version ?? 0) + 1;
    const next: Counter = { ...content, id: of, version, area, changedBy: actor.name, requests };
    const result = await this.repo.save(reads, next, actor.standing);
    if (result.done) return { counter: next };
    const found = this.repo.fromItem(result.found[0]);
    const taken = takenIn(found, { id, mark });
    if (taken === undefined) throw conflictWith(found, 'expectedVersion');
    return { counter: taken };
  }

  async #offers(area: string, ids: readonly string[]): Promise<CounterOffer[]> {
    if (ids.length === 0) return [];
    const names = await this.items.namesIn(ancestorAt(area, 'DISTRICT') ?? area);
    return ids.map((id) => {
      const name = names.get(id);
      if (name === undefined) throw new Refusal('COUNTER_SERVICE', {}, ['services', id.slice(0, 40)]);
      return { id, name };
    });
  }
}

/** A district that keeps to the national calendar. */
export const NO_OWN_DAYS = { free: [], worked: [] } as const;

function orderOf({ id, area, name, point }: CounterSummary, from: Point | undefined): string {
  const far = point === undefined ? FAR : metresBetween(point, from ?? point);
  const rank = from === undefined ? 99 - area.length : Math.min(FAR, Math.round(far));
  return `${String(rank).padStart(8, '0')}#${name}#${id}`;
}

/** Further than anything, in metres. */
const FAR = 99_999_999;

function takenIn(standing: Counter | undefined, request: { id: string; mark: string }): Counter | undefined {
  const found = standing?.requests.find(({ id }) => id === request.id);
  if (found !== undefined && found.mark !== request.mark) throw conflictWith(standing, 'id');
  return found && standing;
}

function conflictWith(standing: Counter | undefined, field: string): Refusal {
  return new Refusal('CONFLICT', { what: standing?.changedBy ?? '' }, [field]);
}

function contentFrom(input: PutCounterInput, offers: readonly CounterOffer[]): CounterContent {
  const { name, address, phone, point, windows, opensOnMakeUpDays } = input;
  const given = phone == null || phone.trim() === '' ? undefined : phone;
  return {
    ...{ name: name.trim(), address: address.trim(), windows, opensOnMakeUpDays, offers },
    phone: given && (readPhone(given)?.number ?? given),
    point: point ? toWgs84(point, point.datum) : undefined,
    sessions: input.sessions.map(({ weekday, from, to, slotMinutes, capacity }) => ({
      ...{ weekday, from, to, slotMinutes, capacity },
    })),
    closedOn: [...new Set(input.closedOn)].sort(),
  };
}
