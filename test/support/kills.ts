import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

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
