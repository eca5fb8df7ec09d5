/** Shanghai is eight hours ahead of UTC all year; China has no summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000;

/** The day it is in Shanghai at a moment: business dates are YYYY-MM-DD there. */
export function businessDate(moment: Date): string {
  return new Date(moment.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
}
