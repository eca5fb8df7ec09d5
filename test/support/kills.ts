import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Way } from './memory-table';

/** A process that can be killed after so many writes: whatever it asks for afterwards does not happen. */
export interface Killer {
  /** From now on, the process dies when it has made this many writes; Infinity for never. */
  dieAfter(writes: number): void;
  /** Writes made since. */
  readonly writes: () => number;
  /** Runs once before the next write whose text contains this. */
  before(text: string, intrude: () => Promise<void>): void;
}

/** Makes a client one that can be killed. */
export function killable(client: DynamoDBDocumentClient): Killer {
  let [left, made] = [Infinity, 0];
  let intrusion: { text: string; intrude: () => Promise<void> } | undefined;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (made >= left) throw new Error('The process was killed.');
      const isWrite = /Put|Transact|Update|Delete|BatchWrite/.test(context.commandName ?? '');
      if (isWrite && intrusion !== undefined && JSON.stringify(args.input).includes(intrusion.text)) {
        const { intrude } = intrusion;
        intrusion = undefined;
        await intrude();
      }
      const answer = await next(args);
      if (isWrite) made += 1;
      return answer;
    },
    { step: 'initialize', name: 'kills' },
  );
  return {
    dieAfter: (writes) => {
      [left, made] = [writes, 0];
    },
    writes: () => made,
    before: (text, intrude) => {
      intrusion = { text, intrude };
    },
  };
}

/**
 * Kills whoever asks a table in memory for its nth command, before or after that was done; what they ask for later is not done, and
 * what was on its way comes back without bringing them to life.
 */
export function killAt(nth: number, moment: 'before' | 'after'): { way: Way; wasKilled: () => boolean } {
  let commands = 0;
  let isOver = false;
  const way: Way = async (_name, act) => {
    const isLast = (commands += 1) === nth;
    if (isOver || (isLast && moment === 'before')) {
      isOver = true;
      throw new Error('killed');
    }
    const answer = await Promise.resolve().then(act);
    isOver ||= isLast;
    if (isLast) throw new Error('killed');
    return answer;
  };
  return { way, wasKilled: () => isOver };
}
