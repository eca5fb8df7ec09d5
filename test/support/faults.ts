import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What can go wrong between us and DynamoDB. */
export interface Faults {
  /** Share of writes whose answer is lost after they were done. */
  lostAnswers: number;
  /** Share of requests that never arrive. */
  lostRequests: number;
  /** Share of requests for which the table has no room. */
  throttled: number;
  /** Share of transactions that find one of their items held by another. */
  held: number;
  /** How many of each have happened. */
  readonly happened: Record<'lostAnswers' | 'lostRequests' | 'throttled' | 'held', number>;
}

/** Makes a client's network unreliable, below the SDK's retries; for all requests or some. Deterministic for one seed. */
export function injectFaults(
  client: DynamoDBDocumentClient,
  seed: number,
  concerns: (request: object) => boolean = () => true,
): Faults {
  const none = { lostAnswers: 0, lostRequests: 0, throttled: 0, held: 0 };
  const faults: Faults = { ...none, happened: { ...none } };
  const random = randomFrom(seed);
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!concerns(args.input)) return next(args);
      const isWrite = /Put|Transact|Update|Delete/.test(context.commandName ?? '');
      if (random() < faults.lostRequests) {
        faults.happened.lostRequests += 1;
        throw lost();
      }
      if (faults.throttled > 0 && random() < faults.throttled) {
        faults.happened.throttled += 1;
        throw new ProvisionedThroughputExceededException({ message: 'Slow down.', $metadata: {} });
      }
      if (
        faults.held > 0 &&
        context.commandName?.includes('TransactWrite') === true &&
        random() < faults.held
      ) {
        faults.happened.held += 1;
        throw held();
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
export function lost(): Error {
  return Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
}

/** The error of a transaction that another one stands in the way of. */
export function held(): TransactionCanceledException {
  const CancellationReasons = [{ Code: 'TransactionConflict' }];
  return new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons,
  });
}

/** A small generator (mulberry32), so that a failing run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
