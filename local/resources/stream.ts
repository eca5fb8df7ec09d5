import { DescribeTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the table's stream tells of a change, as `infra/table.yml` says. */
const VIEW = 'NEW_AND_OLD_IMAGES' as const;

/**
 * Does something to a table while its stream stands still: a million changes that nobody waits for are not told. The
 * stream is another one afterwards, and begins at that moment.
 */
export async function withoutStream(
  { name: TableName, endpoint }: { name: string; endpoint: string | undefined },
  work: () => Promise<void>,
): Promise<void> {
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  const set = async (enabled: boolean) => {
    if ((await isStreaming(client, TableName)) === enabled) return;
    const StreamSpecification = enabled
      ? { StreamEnabled: true, StreamViewType: VIEW }
      : { StreamEnabled: false };
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
    // A service takes its time; an emulator does not.
    while ((await statusOf(client, TableName)) !== 'ACTIVE') await sleep(500);
  };
  await set(false);
  await work();
  await set(true);
}

async function isStreaming(client: DynamoDBClient, TableName: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.StreamSpecification?.StreamEnabled ?? false;
}

async function statusOf(client: DynamoDBClient, TableName: string): Promise<string | undefined> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.TableStatus;
}
