import { businessDate, businessTime, type Day, daysAfter, momentOf } from '../../shared/business-date';
import { isPublicHoliday, isWorkingDay } from '../../shared/calendar';
import { type OfficeHours } from '../../shared/working-time';
import { type Counter, type CounterSession, minutesOf } from './counter.rules';

/** How many days ahead one may book, today being the first. */
export const MOST_DAYS_AHEAD = 14;

/** A stretch of time that is booked. */
export interface Slot {
  readonly start: Date;
  readonly end: Date;
  readonly capacity: number;
}

/** The places taken on a day, by the time of the slot (HH:MM); version 0 where nothing was booked yet. */
export interface CounterDay {
  readonly day: Day;
  readonly version: number;
  readonly taken: Readonly<Record<string, number>>;
}

/** Days on which a district does not keep to the national calendar. */
export type DistrictDays = Pick<OfficeHours, 'free' | 'worked'>;

type Hours = Pick<Counter, 'sessions' | 'closedOn' | 'opensOnMakeUpDays'>;

/** The slots of a counter on a day, the first first; none where it is closed. */
export function slotsOn(counter: Hours, district: DistrictDays, day: Day): readonly Slot[] {
  return sessionsOn(counter, district, day)
    .flatMap((session) => cut(session, day))
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** The slot that begins at a moment; undefined where none does. */
export function slotAt(counter: Hours, district: DistrictDays, start: Date): Slot | undefined {
  return slotsOn(counter, district, businessDate(start)).find(
    (slot) => slot.start.getTime() === start.getTime(),
  );
}

/** What the numbers of a day call a slot: its time of day (HH:MM). */
export function timeOf(start: Date): string {
  return businessTime(start).slice(0, 5);
}

/** The days that may be booked from a moment on. */
export function bookableDays(now: Date): readonly Day[] {
  const today = businessDate(now);
  return Array.from({ length: MOST_DAYS_AHEAD }, (_none, ahead) => daysAfter(today, ahead));
}

function sessionsOn(
  { sessions, closedOn, opensOnMakeUpDays }: Hours,
  { free, worked }: DistrictDays,
  day: Day,
): readonly CounterSession[] {
  if (closedOn.includes(day) || free.includes(day)) return [];
  const weekday = weekdayOf(day);
  const own = sessions.filter((session) => session.weekday === weekday);
  const isMakeUpDay = worked.includes(day) || (isWorkingDay(day) && weekday > 5);
  if (!isMakeUpDay) return isPublicHoliday(day) ? [] : own;
  if (own.length > 0) return own;
  return opensOnMakeUpDays ? sessions.filter((session) => session.weekday === 1) : [];
}

function cut({ from, to, slotMinutes, capacity }: CounterSession, day: Day): Slot[] {
  const first = momentOf(day, `${from}:00`).getTime();
  const count = Math.floor((minutesOf(to) - minutesOf(from)) / slotMinutes);
  return Array.from({ length: count }, (_none, at) => ({
    start: new Date(first + at * slotMinutes * MINUTE),
    end: new Date(first + (at + 1) * slotMinutes * MINUTE),
    capacity,
  }));
}

const MINUTE = 60_000;

/** 1 is Monday, 7 Sunday. */
function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
