import 'reflect-metadata/lite';
import { type Bucket, openBucket } from '../data/bucket';
import { openTable, type Table } from '../data/table';
import { openVault, type Vault } from '../data/vault';
import { type Clock, systemClock } from '../shared/clock';
import { type Env } from '../shared/env';

/** What every door is built on. */
export interface Foundation {
  readonly table: Table;
  /** Evidence: locked and kept. */
  readonly bucket: Bucket;
  readonly vault: Vault;
  /** Files brought in and taken out: gone after thirty days. */
  readonly transfers: Bucket;
  readonly clock: Clock;
  /** Whether webhooks may be of this very machine: on a laptop only. */
  readonly loopbackWebhooks?: boolean | undefined;
}

/** Opens table and bucket as the environment names them; no request is made. */
export function createFoundation(env: Env, clock: Clock = systemClock): Foundation {
  const table = openTable({ name: env.tableName, endpoint: env.dynamodbEndpoint });
  return {
    table,
    vault: openVault(table, env.fieldKey),
    bucket: openBucket({ name: env.bucketName, endpoint: env.s3Endpoint }),
    transfers: openBucket({ name: env.transferBucketName, endpoint: env.s3Endpoint }),
    clock,
    loopbackWebhooks: env.loopbackWebhooks,
  };
}
