import { type Day, businessDate, daysAfter, momentOf } from './business-date';
import { isWorkingDay } from './calendar';
import { type Limit } from './limit';

/** When an office works: its hours on a working day, and the days on which it does not keep to the national calendar. */
export interface OfficeHours {
  /** Times of day in Asia/Shanghai (HH:MM), in order, none overlapping another. */
  readonly hours: readonly { readonly from: string; readonly to: string }[];
  /** Days that are free here and nowhere else. */
  readonly free: readonly Day[];
  /** Days that are worked here and nowhere else. */
  readonly worked: readonly Day[];
}

/** Chengdu's office hours, where a district has not said otherwise. */
export const USUAL_HOURS: OfficeHours = {
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  free: [],
  worked: [],
};

/** A stretch of working time, in milliseconds since 1970. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The moment at which so many milliseconds of working time have passed since `from`. It lies within working time, of which
 * the closing moment is part: four hours from 13:30 end at 17:30, not on the next morning. None at all end where they began.
 */
export function afterWorking(office: OfficeHours, from: Date, milliseconds: number): Date {
  if (milliseconds <= 0) return from;
  let left = milliseconds;
  for (const stretch of stretchesFrom(office, from)) {
    const length = stretch.to - stretch.from;
    if (left <= length) return new Date(stretch.from + left);
    left -= length;
  }
  throw new RangeError('These office hours have no working time.');
}

/** Milliseconds of working time between two moments; none where the second is the earlier. */
export function workingBetween(office: OfficeHours, from: Date, to: Date): number {
  let sum = 0;
  for (const stretch of stretchesFrom(office, from)) {
    if (stretch.from >= to.getTime()) break;
    sum += Math.min(stretch.to, to.getTime()) - stretch.from;
  }
  return sum;
}

/**
 * When a limit ends that begins now. Hours count from this moment; of days the first does not count, and the last ends with
 * the office's closing (Civil Code, articles 201 and 203).
 */
export function endOf(office: OfficeHours, limit: Limit, from: Date): Date {
  switch (limit.unit) {
    case 'CALENDAR_HOURS':
      return new Date(from.getTime() + limit.count * HOUR);
    case 'WORKING_HOURS':
      return afterWorking(office, from, limit.count * HOUR);
    case 'WORKING_DAYS':
      return closingOf(office, workingDaysAfter(office, businessDate(from), limit.count));
  }
}

/** The moment at which this share of the time between two moments has passed: of working time, or of time by the clock. */
export function shareOf(office: OfficeHours, { unit }: Limit, [from, to]: [Date, Date], share: number): Date {
  if (unit === 'CALENDAR_HOURS')
    return new Date(from.getTime() + Math.floor((to.getTime() - from.getTime()) * share));
  return afterWorking(office, from, Math.floor(workingBetween(office, from, to) * share));
}

/** What is wrong with office hours; undefined where nothing is. */
export function flawOfHours({ hours, free, worked }: OfficeHours): 'HOURS' | 'DAYS' | undefined {
  const times = hours.flatMap(({ from, to }) => [from, to]);
  const isOrdered = times.every(
    (time, index) => isTime(time) && (index === 0 || time > (times[index - 1] ?? '')),
  );
  if (hours.length === 0 || !isOrdered) return 'HOURS';
  return free.some((day) => worked.includes(day)) ? 'DAYS' : undefined;
}

const HOUR = 3_600_000;

/** No holiday is so long: whoever has found no work by then has none. */
const MOST_DAYS_OFF = 60;

/** All stretches of working time from a moment on, in order; ends where there is none for months. */
function* stretchesFrom(office: OfficeHours, from: Date): Generator<Stretch> {
  let day = businessDate(from);
  for (let off = 0; off < MOST_DAYS_OFF; day = daysAfter(day, 1)) {
    if (!isOpenOn(office, day)) {
      off += 1;
      continue;
    }
    off = 0;
    for (const { from: opens, to: closes } of office.hours) {
      const stretch = {
        from: Math.max(momentOf(day, `${opens}:00`).getTime(), from.getTime()),
        to: momentOf(day, `${closes}:00`).getTime(),
      };
      if (stretch.to > stretch.from) yield stretch;
    }
  }
}

function isOpenOn({ free, worked }: OfficeHours, day: Day): boolean {
  return worked.includes(day) || (isWorkingDay(day) && !free.includes(day));
}

function workingDaysAfter(office: OfficeHours, from: Day, count: number): Day {
  let day = from;
  for (let left = count, off = 0; left > 0;) {
    day = daysAfter(day, 1);
    const isOpen = isOpenOn(office, day);
    if (isOpen) left -= 1;
    off = isOpen ? 0 : off + 1;
    if (off > MOST_DAYS_OFF) throw new RangeError('These office hours have no working days.');
  }
  return day;
}

function closingOf({ hours }: OfficeHours, day: Day): Date {
  return momentOf(day, `${hours.at(-1)?.to ?? '24:00'}:00`);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
