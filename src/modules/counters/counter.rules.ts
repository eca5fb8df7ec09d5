import { type Day, isDay } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type Point } from '../../shared/geo';
import { readPhone } from '../../shared/phone.rules';

/** Hours of a weekday in which a counter takes people, cut into slots. Times of day in Asia/Shanghai (HH:MM). */
export interface CounterSession {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly slotMinutes: number;
  /** Bookings that each slot takes. */
  readonly capacity: number;
}

/** A service that a counter offers, as it was called when the counter was last changed. */
export interface CounterOffer {
  readonly id: string;
  readonly name: string;
}

/** What a counter says of itself. */
export interface CounterContent {
  readonly name: string;
  readonly address: string;
  readonly phone?: string | undefined;
  readonly point?: Point | undefined;
  readonly offers: readonly CounterOffer[];
  readonly sessions: readonly CounterSession[];
  readonly windows: number;
  /** Days on which it is closed for a reason of its own. */
  readonly closedOn: readonly Day[];
  /** Whether it opens on days that are worked in exchange for a holiday, as on a Monday. */
  readonly opensOnMakeUpDays: boolean;
}

/** A request that was taken in, by id and fingerprint. */
export interface Taken {
  readonly id: string;
  readonly mark: string;
}

/** A service counter, as it is kept. */
export interface Counter extends CounterContent {
  readonly id: string;
  readonly version: number;
  /** Code of the community, street or district that runs it. */
  readonly area: string;
  /** Who changed it last. */
  readonly changedBy: string;
  /** The last requests, newest last. */
  readonly requests: readonly Taken[];
}

/** A counter as lists show it. */
export type CounterSummary = Pick<Counter, 'id' | 'area' | 'name' | 'address' | 'phone' | 'point'>;

/** Most of everything. The figures are ours: a counter is read as a whole with its days. */
export const MOST_OF_COUNTER = {
  ...{ name: 30, address: 100, offers: 50, sessions: 28, windows: 20, closedOn: 40, capacity: 50 },
  ...{ slotMinutes: 120, slotsADay: 96, requests: 20 },
} as const;
const FEWEST_MINUTES = 5;

/** Everything for which a counter is refused; empty where it is sound. */
export function flawsOfCounter(counter: CounterContent): readonly Refusal[] {
  const { offers, sessions, closedOn, windows, phone } = counter;
  return [
    ...flawsOfText(counter.name, 'name'),
    ...flawsOfText(counter.address, 'address'),
    ...(['offers', 'sessions', 'closedOn'] as const)
      .filter((field) => counter[field].length > MOST_OF_COUNTER[field])
      .map((field) => new Refusal('COUNTER_TOO_LARGE', { max: MOST_OF_COUNTER[field] }, [NAMES[field]])),
    ...(isWhole(windows, 1, MOST_OF_COUNTER.windows)
      ? []
      : [new Refusal('COUNTER_WINDOWS', { max: MOST_OF_COUNTER.windows }, ['windows'])]),
    ...(phone === undefined || readPhone(phone)?.kind === 'LANDLINE'
      ? []
      : [new Refusal('COUNTER_PHONE', {}, ['phone'])]),
    ...(new Set(offers.map(({ id }) => id)).size === offers.length
      ? []
      : [new Refusal('COUNTER_SERVICE', {}, ['services'])]),
    ...closedOn
      .filter((day) => !isDay(day))
      .map((day) => new Refusal('COUNTER_SESSIONS', { what: day }, ['closedOn'])),
    ...flawsOfSessions(sessions),
  ];
}

/** How the fields are called in a request. */
const NAMES = { offers: 'services', sessions: 'sessions', closedOn: 'closedOn' } as const;

function flawsOfText(text: string, field: 'name' | 'address'): Refusal[] {
  const max = MOST_OF_COUNTER[field];
  if (text.trim() === '') return [new Refusal('TEXT_REQUIRED', {}, [field])];
  return text.length > max ? [new Refusal('TEXT_TOO_LONG', { max }, [field])] : [];
}

function flawsOfSessions(sessions: readonly CounterSession[]): Refusal[] {
  const unsound = sessions.filter((session) => !isSound(session));
  const days = [...new Set(sessions.map(({ weekday }) => weekday))].map((day) =>
    sessions.filter(({ weekday }) => weekday === day),
  );
  const overlapping = days.filter((ofDay) => {
    const sorted = [...ofDay].sort((a, b) => (a.from < b.from ? -1 : 1));
    const slots = ofDay.reduce(
      (sum, { from, to, slotMinutes }) => sum + (minutesOf(to) - minutesOf(from)) / slotMinutes,
      0,
    );
    const isOver = sorted.some(({ from }, at) => from < (sorted[at - 1]?.to ?? ''));
    return isOver || slots > MOST_OF_COUNTER.slotsADay;
  });
  return [...unsound, ...overlapping.flatMap((each) => each.slice(0, 1))].map(
    ({ from, to }) => new Refusal('COUNTER_SESSIONS', { what: `${from}–${to}` }, ['sessions']),
  );
}

function isSound({ weekday, from, to, slotMinutes, capacity }: CounterSession): boolean {
  return (
    isWhole(weekday, 1, 7) &&
    [from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) &&
    isWhole(slotMinutes, FEWEST_MINUTES, MOST_OF_COUNTER.slotMinutes) &&
    isWhole(capacity, 1, MOST_OF_COUNTER.capacity) &&
    minutesOf(from) + slotMinutes <= minutesOf(to)
  );
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Minutes since midnight of a time of day. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
