import { getDayDetail, getLunarDate, getSolarTermsInRange, isWorkday } from 'chinese-days';
import { type Day, daysAfter } from './business-date';

const DAY_MS = 86_400_000;

/** From this year on the law gives thirteen days (State Council, decision of November 2024). */
const THIRTEEN_DAYS_SINCE = 2025;

/** How many days lie between two days; negative where the second is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/**
 * Whether people work on a day in China: weekends, public holidays and the days worked in exchange for them (调休). Each
 * year's exchanges are announced in the November before; until they are known here, weekends and the holidays that the law
 * itself gives are free.
 */
export function isWorkingDay(day: Day): boolean {
  const known = KNOWN_DAYS.get(day);
  if (known !== undefined) return known;
  const isWorked = isWorkday(day) && (isAnnounced(day) || !isHolidayByLaw(day));
  KNOWN_DAYS.set(day, isWorked);
  return isWorked;
}

/** Whether a day is a public holiday in China, as announced or by the law itself; a weekend that is nothing more is none. */
export function isPublicHoliday(day: Day): boolean {
  if (isWorkingDay(day)) return false;
  // Of a weekend the library tells the weekday, of a holiday its names.
  return isHolidayByLaw(day) || getDayDetail(day).name.includes(',');
}

/** What was found out once; a limit asks for the same few days again and again. */
const KNOWN_DAYS = new Map<Day, boolean>();

/** The day itself where people work on it, else the next one on which they do. */
export function workingDayFrom(day: Day): Day {
  let on = day;
  while (!isWorkingDay(on)) on = daysAfter(on, 1);
  return on;
}

/** Whether the exchanges of a day's year are known: National Day is free on paper in every year that is. */
function isAnnounced(day: Day): boolean {
  const year = day.slice(0, 4);
  return ['01', '02', '03'].every((date) => !isWorkday(`${year}-10-${date}`));
}

/** New Year, Spring Festival from its eve, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day. */
function isHolidayByLaw(day: Day): boolean {
  const date = day.slice(5);
  if (['01-01', '05-01', '10-01', '10-02', '10-03'].includes(date)) return true;
  if (date === '05-02') return Number(day.slice(0, 4)) >= THIRTEEN_DAYS_SINCE;
  if (date >= '04-03' && date <= '04-06')
    return getSolarTermsInRange(day, day).some(
      ({ term, index }) => term === 'pure_brightness' && index === 1,
    );
  return isLunarHoliday(day);
}

function isLunarHoliday(day: Day): boolean {
  const { lunarMon, lunarDay, isLeap } = getLunarDate(day);
  if (isLeap) return false;
  const isFestival = (month: number, dayOfMonth: number) => lunarMon === month && lunarDay === dayOfMonth;
  if (isFestival(5, 5) || isFestival(8, 15)) return true;
  if (lunarMon === 1 && lunarDay <= 3) return true;
  const next = getLunarDate(daysAfter(day, 1));
  return next.lunarMon === 1 && next.lunarDay === 1;
}
