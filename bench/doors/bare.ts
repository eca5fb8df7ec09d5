import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { openTable } from '../../src/data/table';

const { TABLE_NAME = '', DYNAMODB_ENDPOINT } = process.env;
const { client } = openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT });

/** The least a door can do: one call of the SDK. */
export async function handler(): Promise<{ statusCode: number; body: string }> {
  const { Item } = await client.send(
    new GetCommand({ TableName: TABLE_NAME, Key: { pk: 'LAPTOP', sk: 'SEEDED' } }),
  );
  return { statusCode: 200, body: JSON.stringify(Item ?? {}) };
}
