import { setTimeout as sleep } from 'node:timers/promises';
import { TechnicalError } from '../shared/errors';

/** How often it is tried, and how long it waits at most after the first time, in ms. */
const ATTEMPTS = 25;
const FIRST_WAIT_MS = 8;
const MOST_WAIT_MS = 120;

/**
 * Tries something until it is done: `once` answers undefined, or TRY_AGAIN, when somebody else wrote first. Between two times it
 * waits for a moment by chance, so that rivals do not meet again.
 * @throws TechnicalError TRY_AGAIN in the end
 */
export async function untilDone<Result>(
  once: (attempt: number) => Promise<Result | undefined>,
): Promise<Result> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await sleep(Math.random() * Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * attempt));
    const result = await once(attempt).catch((error: unknown) => {
      if (error instanceof TechnicalError && error.code === 'TRY_AGAIN') return undefined;
      throw error;
    });
    if (result !== undefined) return result;
  }
  throw new TechnicalError('TRY_AGAIN');
}
