import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type App } from '../src/app';
import { openTable } from '../src/data/table';
import { readEnv } from '../src/shared/env';
import { seed } from './seed/seed';

/** Marks a table that holds the demonstration district whole. */
const MARK = { pk: 'LAPTOP', sk: 'SEEDED' };

/** Seeds a table that was not seeded to the end before; what people did since stays. */
export async function seedOnce(app: App): Promise<void> {
  const { tableName, dynamodbEndpoint } = readEnv();
  const { client } = openTable({ name: tableName, endpoint: dynamodbEndpoint });
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName, Key: MARK, ConsistentRead: true }),
  );
  if (Item !== undefined) return;
  await seed(app);
  await client.send(new PutCommand({ TableName: tableName, Item: MARK }));
}
