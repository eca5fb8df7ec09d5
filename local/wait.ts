import { setTimeout as sleep } from 'node:timers/promises';
import { type Program } from './process';

/** Resolves once there is an HTTP answer that is `good`; throws a sentence after `seconds`, or when the program ends. */
export async function untilItAnswers(
  name: string,
  url: string,
  program: Pick<Program, 'ended'>,
  options: { good?: (status: number) => boolean; seconds?: number } = {},
): Promise<void> {
  const { good = () => true, seconds = 60 } = options;
  const over: { reason?: string } = {};
  void program.ended.then((last) => {
    over.reason = `${name} ended while it started. Its last lines:\n${last}`;
  });
  const end = Date.now() + seconds * 1000;
  while (over.reason === undefined) {
    if (await answers(url, good)) return;
    if (Date.now() > end) over.reason = `${name} did not answer at ${url} within ${seconds} seconds.`;
    await sleep(50);
  }
  throw new Error(over.reason);
}

async function answers(url: string, good: (status: number) => boolean): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return good(answer.status);
  } catch {
    return false;
  }
}
