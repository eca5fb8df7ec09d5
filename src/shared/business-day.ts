/** A day in the calendar of Asia/Shanghai, `YYYY-MM-DD`: such days sort and compare as text. */
export type Day = string;

/** China keeps one time the year round: UTC+8. */
const AHEAD = 8 * 60 * 60 * 1000;

/** The day it is in Shanghai at a moment. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + AHEAD).toISOString().slice(0, 10);
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const noon = new Date(`${text}T12:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(text)
  );
}
