import './environment';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamodb } from '../../local/dynamodb';
import { makeBucket } from '../../local/resources/bucket';
import { makeTable } from '../../local/resources/table';
import { startS3 } from '../../local/s3';
import { freePorts } from './free-ports';
import { keepRunning } from './running';

/** DynamoDB Local in memory and the S3 server in a folder of its own, for the rooms that need them. */
export default async function startBackends(): Promise<void> {
  // Each room that needs them asks for them.
  if (process.env.DYNAMODB_ENDPOINT !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'wangge-test-'));
  const first = await freePorts(2);
  const database = keepRunning(await startDynamodb({ port: first, log: join(folder, 'dynamodb.log') }));
  const store = keepRunning(await startS3({ port: first + 1, folder: join(folder, 's3') }));
  process.env.DYNAMODB_ENDPOINT = database.endpoint;
  process.env.S3_ENDPOINT = store.endpoint;
  // The store counts through every change told of any table whenever it is asked for anything: nobody listens here.
  await makeTable({ name: process.env.TABLE_NAME ?? '', endpoint: database.endpoint, stream: false });
  for (const [resource, name] of [
    ['EvidenceBucket', process.env.BUCKET_NAME],
    ['TransferBucket', process.env.TRANSFER_BUCKET_NAME],
  ] as const)
    await makeBucket({ resource, name: name ?? '', endpoint: store.endpoint });
}
