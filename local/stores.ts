import { join } from 'node:path';
import { announceTo } from './announce';
import { type BucketEvent, deliver } from './bucket-events';
import { startDynamodb } from './dynamodb';
import { type environmentOf } from './environment';
import { type Ports } from './ports';
import { type Program, type Running } from './process';
import { makeBucket } from './resources/bucket';
import { makeTable } from './resources/table';
import { startS3 } from './s3';
import { say } from './say';

interface StoreOptions {
  /** Address of a store that the user runs. */
  readonly own: string | undefined;
  readonly ports: Ports;
  readonly state: string;
  readonly environment: ReturnType<typeof environmentOf>;
  readonly fresh: boolean;
}

/** Starts DynamoDB Local, unless there is a store of one's own, and makes the table in it. */
export async function startTable(
  options: StoreOptions & {
    /** Keeps the table in memory instead of in the state's folder. */
    readonly inMemory: boolean;
    /** Whether a large seed is to be written into it. */
    readonly isForLong: boolean;
  },
): Promise<Program | undefined> {
  const { own, ports, state, environment, fresh, inMemory, isForLong } = options;
  const place = inMemory ? {} : { folder: join(state, 'dynamodb') };
  const log = join(state, 'logs', 'dynamodb.log');
  const local =
    own === undefined ? await startDynamodb({ port: ports.dynamodb, ...place, log, isForLong }) : undefined;
  try {
    await makeTable({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT, fresh });
    return local;
  } catch (error) {
    await local?.stop();
    throw error;
  }
}

/** A bucket, and what is to be known of it. */
export interface BucketStore {
  /** The embedded server, where one was started. */
  readonly server: Running | undefined;
  /** Brings an event of the bucket to its door. */
  readonly onEvent: (event: BucketEvent) => Promise<void>;
  /** Sentences about what the deployed bucket has and this one has not. */
  readonly lacks: readonly string[];
}

/** Starts the embedded S3 server, unless there is a store of one's own, makes the buckets and connects their events. */
export async function startBucket(options: StoreOptions): Promise<BucketStore> {
  const { own, ports, state, environment, fresh } = options;
  const { BUCKET_NAME, TRANSFER_BUCKET_NAME, S3_ENDPOINT: endpoint } = environment;
  const buckets = { EvidenceBucket: BUCKET_NAME, TransferBucket: TRANSFER_BUCKET_NAME };
  const onEvent = (event: BucketEvent) => deliver(event, `http://localhost:${ports.lambda}`);
  const server =
    own === undefined
      ? await startS3({ port: ports.s3, folder: join(state, 's3'), onEvent: (event) => void onEvent(event) })
      : undefined;
  const lacks = new Set<string>();
  let isSilent = false;
  for (const [resource, name] of Object.entries(buckets) as [keyof typeof buckets, string][]) {
    for (const lack of await makeBucket({ resource, name, endpoint, fresh })) lacks.add(lack);
    if (own !== undefined) isSilent = !(await announceTo({ endpoint, bucket: name, ports })) || isSilent;
  }
  const sentences = [...(lacks.size > 0 ? [lacking([...lacks])] : []), ...(isSilent ? [silent()] : [])];
  return { server, onEvent, lacks: sentences };
}

function lacking(names: readonly string[]): string {
  const list = names.join(', ');
  return say(
    `This store lacks what the deployed one has: ${list}.`,
    `该存储缺少部署环境具备的功能:${list}。`,
  );
}

function silent(): string {
  return say(
    'This store does not announce uploads; the clock finds them within fifteen minutes.',
    '该存储不会通知上传;定时任务会在十五分钟内发现。',
  );
}
