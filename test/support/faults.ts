import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What can go wrong between us and DynamoDB. */
export interface Faults {
  /** Share of writes whose answer is lost after they were done. */
  lostAnswers: number;
  /** Share of requests that never arrive. */
  lostRequests: number;
  /** How many of each have happened. */
  readonly happened: { lostAnswers: number; lostRequests: number };
}

/** Makes a client's network unreliable, below the SDK's retries; for all requests or some. Deterministic for one seed. */
export function injectFaults(
  client: DynamoDBDocumentClient,
  seed: number,
  concerns: (request: object) => boolean = () => true,
): Faults {
  const faults: Faults = { lostAnswers: 0, lostRequests: 0, happened: { lostAnswers: 0, lostRequests: 0 } };
  const random = randomFrom(seed);
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!concerns(args.input)) return next(args);
      const isWrite = /Put|Transact|Update|Delete/.test(context.commandName ?? '');
      if (random() < faults.lostRequests) {
        faults.happened.lostRequests += 1;
        throw lost();
      }
      const answer = await next(args);
      if (isWrite && random() < faults.lostAnswers) {
        faults.happened.lostAnswers += 1;
        throw lost();
      }
      return answer;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'faults' },
  );
  return faults;
}

/** Holds back a client's writes until so many have come: each of their makers has read before any has written. */
export function holdWrites(client: DynamoDBDocumentClient, count: number): void {
  let release: () => void = () => undefined;
  const allCame = new Promise<void>((resolve) => (release = resolve));
  let came = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (/Put|Transact/.test(context.commandName ?? '')) {
        came += 1;
        if (came === count) release();
        await allCame;
      }
      return next(args);
    },
    { step: 'initialize', priority: 'high', name: 'hold-writes' },
  );
}

/** The error of a connection that breaks; the SDK tries again. */
function lost(): Error {
  return Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
}

/** A small generator (mulberry32), so that a failing run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
