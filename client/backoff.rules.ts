/** How long to wait before the next try. */
export interface Backoff {
  /** Most of the first wait, in milliseconds; doubled with each try. */
  readonly base: number;
  /** Most of any wait. */
  readonly cap: number;
}

/** A second at first, five minutes at most. */
export const BACKOFF: Backoff = { base: 1_000, cap: 5 * 60_000 };

/**
 * The wait after so many tries in vain: anything up to the doubled wait (full jitter), so that a thousand phones that come
 * back into the network at once do not come at once again. `least` is what the server asked for.
 */
export function waitAfter(
  attempts: number,
  random: () => number,
  { base, cap }: Backoff = BACKOFF,
  least = 0,
): number {
  const most = Math.min(cap, base * 2 ** Math.max(0, Math.min(attempts - 1, 40)));
  return Math.max(least, Math.floor(random() * most));
}

/** The least and the most wait before the next look at something that is under way with the server, in milliseconds. */
const LOOK = { least: 1_000, most: 5 * 60_000 };

/**
 * The wait before the next look whether a file was checked that arrived so many milliseconds ago: a quarter of that, more or
 * less, so that nobody waits much longer than the check itself took, and one that takes hours is not asked for all the time.
 */
export function waitToLook(age: number, random: () => number): number {
  const most = Math.min(LOOK.most, Math.max(LOOK.least, age / 4));
  return Math.floor(most / 2 + (random() * most) / 2);
}
