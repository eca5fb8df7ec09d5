import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { LaptopProblem } from '../problem';
import { say } from '../say';
import { readDefinition, takeSteps } from './definition';

type Indexes = NonNullable<CreateTableCommandInput['GlobalSecondaryIndexes']>;

/** What of the definition is said in other words to the service than to CloudFormation. */
interface TableDefinition extends Omit<CreateTableCommandInput, 'SSESpecification' | 'StreamSpecification'> {
  readonly SSESpecification: { readonly SSEEnabled: boolean; readonly SSEType: 'KMS' };
  readonly StreamSpecification: { readonly StreamViewType: 'NEW_AND_OLD_IMAGES' };
  readonly PointInTimeRecoverySpecification: { readonly PointInTimeRecoveryEnabled: boolean };
  readonly TimeToLiveSpecification: { readonly AttributeName: string; readonly Enabled: boolean };
}

/**
 * Makes the table of `infra/table.yml` where it is missing; `fresh` removes the old one before, and `stream: false` leaves
 * out the stream. Returns what the store cannot do.
 *
 * @throws LaptopProblem when the table was made by another version of the definition
 */
export async function makeTable(options: {
  name: string;
  endpoint: string;
  fresh?: boolean;
  stream?: boolean;
}): Promise<string[]> {
  const { name: TableName, endpoint, fresh = false, stream = true } = options;
  const client = new DynamoDBClient({ endpoint, maxAttempts: 5 });
  const definition = readDefinition('table.yml', 'Table', { tableName: TableName });
  const {
    PointInTimeRecoverySpecification,
    TimeToLiveSpecification,
    SSESpecification: { SSEEnabled, SSEType },
    StreamSpecification,
    ...table
  } = definition as unknown as TableDefinition;
  if (fresh) await dropTable(client, TableName);
  const existing = await indexesOf(client, TableName);
  if (existing !== undefined) {
    needSame(TableName, existing, table.GlobalSecondaryIndexes ?? []);
    return [];
  }
  await client.send(
    new CreateTableCommand({
      ...table,
      SSESpecification: { Enabled: SSEEnabled, SSEType },
      ...(stream && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
    }),
  );
  await waitUntilTableExists({ client, ...PATIENCE }, { TableName });
  return takeSteps({
    TTL: () => client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification })),
    'point-in-time recovery': () =>
      client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification })),
  });
}

/** In seconds. */
const PATIENCE = { maxWaitTime: 30, minDelay: 0.05, maxDelay: 0.5 };

async function dropTable(client: DynamoDBClient, TableName: string): Promise<void> {
  if ((await indexesOf(client, TableName)) === undefined) return;
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
  await client.send(new DeleteTableCommand({ TableName }));
  await waitUntilTableNotExists({ client, ...PATIENCE }, { TableName });
}

async function indexesOf(client: DynamoDBClient, TableName: string): Promise<Indexes | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return (Table?.GlobalSecondaryIndexes ?? []) as Indexes;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function needSame(name: string, existing: Indexes, wanted: Indexes): void {
  if (shapeOf(existing) === shapeOf(wanted)) return;
  throw new LaptopProblem(
    say(
      `The table ${name} was made for another version of infra/table.yml. Begin anew: npm start -- --fresh`,
      `数据表 ${name} 由另一版本的 infra/table.yml 建立。请重新开始:npm start -- --fresh`,
    ),
  );
}

/** Names, keys and copied attributes, in one order. */
function shapeOf(indexes: Indexes): string {
  const shapes = indexes.map(({ IndexName, KeySchema = [], Projection }) => ({
    name: IndexName ?? '',
    keys: KeySchema.map(({ AttributeName, KeyType }) => `${KeyType}:${AttributeName}`).sort(),
    copied: [...(Projection?.NonKeyAttributes ?? [])].sort(),
  }));
  return JSON.stringify(shapes.sort((a, b) => a.name.localeCompare(b.name)));
}
