import { type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Waves } from './waves';
import { unitsOfTransaction } from './write-units';

/** One command as it went over the wire. */
export interface MeteredCommand {
  readonly name: string;
  /** Commands of one wave go side by side; the number of waves is the number of sequential round trips. */
  readonly wave: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly indexes: readonly string[];
}

/** For so long nobody must have asked for anything, in milliseconds, before a wave leaves: some have more to prepare than others. */
const QUIET = 10;

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
  readonly #waves = new Waves(QUIET);
  #commands: MeteredCommand[] = [];
  #measures = false;

  constructor(client: DynamoDBDocumentClient) {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (!this.#measures) return next(args);
        const { wave, answered } = await this.#waves.join();
        const name = (context.commandName ?? '').replace(/Command$/, '');
        Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        try {
          const answer = await next(args);
          const output = answer.output as { ConsumedCapacity?: Capacity | Capacity[] };
          const command = toCommand(name, wave, [output.ConsumedCapacity ?? []].flat());
          this.#commands.push({ ...command, ...computed(name, args.input) });
          return answer;
        } finally {
          await answered();
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
