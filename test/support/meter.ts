import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unitsOfTransaction } from './write-units';

/** One command as it went over the wire. */
export interface MeteredCommand {
  readonly name: string;
  /** Commands of one wave were under way together; the number of waves is the number of sequential round trips. */
  readonly wave: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly indexes: readonly string[];
}

/**
 * For so long an answer is held, in milliseconds, about what DynamoDB takes over a network: the local database answers
 * before the second of two commands side by side has left, where that one has more to prepare and the machine is busy.
 */
const HELD = 10;

interface Capacity {
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
  readonly GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>;
}

/**
 * Counts what a table's client does from the first reset on: commands, waves, consumed units. Before it asks for none, as
 * the local database takes its time to count them.
 */
export class Meter {
  #inFlight = 0;
  #wave = 0;
  #commands: MeteredCommand[] = [];
  #measures = false;

  constructor(client: DynamoDBDocumentClient) {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (!this.#measures) return next(args);
        if (this.#inFlight === 0) this.#wave += 1;
        this.#inFlight += 1;
        const wave = this.#wave;
        const name = (context.commandName ?? '').replace(/Command$/, '');
        Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        try {
          const answer = await next(args);
          const output = answer.output as { ConsumedCapacity?: Capacity | Capacity[] };
          const command = toCommand(name, wave, [output.ConsumedCapacity ?? []].flat());
          this.#commands.push({ ...command, ...computed(name, args.input) });
          await sleep(HELD);
          return answer;
        } finally {
          this.#inFlight -= 1;
        }
      },
      { step: 'initialize', priority: 'high', name: 'meter' },
    );
  }

  /** What has been done since the last reset. */
  get commands(): readonly MeteredCommand[] {
    return this.#commands;
  }

  /** Sequential round trips since the last reset. */
  get waves(): number {
    return new Set(this.#commands.map(({ wave }) => wave)).size;
  }

  get readUnits(): number {
    return this.#commands.reduce((sum, { readUnits }) => sum + readUnits, 0);
  }

  get writeUnits(): number {
    return this.#commands.reduce((sum, { writeUnits }) => sum + writeUnits, 0);
  }

  reset(): void {
    this.#measures = true;
    this.#commands = [];
  }
}

/** The units of a transaction are computed, because the local database misreports them. */
function computed(name: string, input: object): { writeUnits?: number } {
  if (!name.startsWith('TransactWrite')) return {};
  const { TransactItems = [] } = input as TransactWriteCommandInput;
  return { writeUnits: unitsOfTransaction(TransactItems.flatMap(({ Put }) => Put?.Item ?? [])) };
}

const READS = new Set(['Get', 'Query', 'BatchGet', 'GetItem', 'BatchGetItem']);

function toCommand(name: string, wave: number, capacities: readonly Capacity[]): MeteredCommand {
  const units = capacities.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  const isRead = READS.has(name);
  const indexes = capacities.flatMap((capacity) => Object.keys(capacity.GlobalSecondaryIndexes ?? {}));
  return { name, wave, readUnits: isRead ? units : 0, writeUnits: isRead ? 0 : units, indexes };
}
