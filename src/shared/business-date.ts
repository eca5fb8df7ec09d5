/** All of China keeps one time, eight hours before UTC and the same all year. */
const AHEAD = 8 * 3_600_000;
const DAY = 24 * 3_600_000;

/** A day in the calendar of Asia/Shanghai, `YYYY-MM-DD`: such days sort and compare as text. */
export type Day = string;

/** From when to when something holds, in business dates (YYYY-MM-DD): absent is since ever, and still. */
export interface Validity {
  readonly validFrom?: string | undefined;
  /** The first day on which it no longer holds: the day its successors begin. */
  readonly validTo?: string | undefined;
}

/** The business date (YYYY-MM-DD) in Asia/Shanghai at a moment. */
export function businessDate(at: Date): string {
  return new Date(at.getTime() + AHEAD).toISOString().slice(0, 10);
}

/** The time of day (HH:MM:SS) in Asia/Shanghai at a moment. */
export function businessTime(at: Date): string {
  return new Date(at.getTime() + AHEAD).toISOString().slice(11, 19);
}

/** The moment of a business date and a time of day (HH:MM:SS). */
export function momentOf(day: Day, time: string): Date {
  return new Date(new Date(`${day}T${time}Z`).getTime() - AHEAD);
}

/** The business date so many days later, or earlier. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The business month (YYYY-MM) in Asia/Shanghai at a moment. */
export function businessMonth(at: Date): string {
  return businessDate(at).slice(0, 7);
}

/** The last business date of a month given as YYYY-MM. */
export function lastDateOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** When the next business day begins in Asia/Shanghai. */
export function nextBusinessDay(at: Date): Date {
  return new Date((Math.floor((at.getTime() + AHEAD) / DAY) + 1) * DAY - AHEAD);
}

/** The Monday and the Sunday of the week that a day lies in. */
export function weekOf(day: Day): { from: Day; to: Day } {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const from = daysAfter(day, -sinceMonday);
  return { from, to: daysAfter(from, 6) };
}

/** Whether something holds on a business date. */
export function isValidOn({ validFrom, validTo }: Validity, date: string): boolean {
  return (validFrom === undefined || validFrom <= date) && (validTo === undefined || date < validTo);
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const noon = new Date(`${text}T12:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(text)
  );
}
