import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record,
} from '@aws-sdk/client-dynamodb-streams';
import { readEnv } from '../../src/shared/env';
import { type World } from './world';

/** Everything that the stream of a world's own table has told so far, oldest first. */
export async function toldBy({ foundation: { table } }: World): Promise<_Record[]> {
  const { Table } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
  const StreamArn = Table?.LatestStreamArn;
  const client = new DynamoDBStreamsClient({ endpoint: readEnv().dynamodbEndpoint ?? '' });
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const told: _Record[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let next = (await client.send(new GetShardIteratorCommand(start))).ShardIterator;
    while (next !== undefined) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: next }));
      told.push(...(page.Records ?? []));
      // The end of a shard that is still written to looks like this.
      next = page.Records?.length === 0 ? undefined : page.NextShardIterator;
    }
  }
  return told;
}
