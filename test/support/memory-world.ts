import { createHmac } from 'node:crypto';
import { openBucket } from '../../src/data/bucket';
import { openVault, type Secrets, type Vault } from '../../src/data/vault';
import { readEnv } from '../../src/shared/env';
import { type MemoryTable, openMemoryTable } from './memory-table';
import { TestClock, type World, worldOn } from './world';

/**
 * A world of real services on a table in memory. Its vault only ties values to their owner and does not encrypt, unless the
 * world is `sealed`: one sealing takes as long as all else that a request does. Its buckets are not there, unless it `opensFiles`:
 * then they are those of the room, which must have some.
 */
export async function makeMemoryWorld({ sealed = false, opensFiles = false } = {}): Promise<{
  readonly world: World;
  readonly table: MemoryTable;
}> {
  const table = openMemoryTable();
  const clock = new TestClock();
  const env = readEnv();
  const open = (name: string) =>
    openBucket(opensFiles ? { name, endpoint: env.s3Endpoint } : { name: 'none' });
  const [bucket, transfers] = [open(env.bucketName), open(env.transferBucketName)];
  const vault = sealed ? openVault(table, env.fieldKey) : CHEAP;
  return { table, world: await worldOn({ table, bucket, transfers, clock, vault }, clock) };
}

const CHEAP: Vault = {
  seal: (owner, secrets) => Promise.resolve(new Uint8Array(Buffer.from(JSON.stringify([owner, secrets])))),
  open: (owner, sealed) => {
    const [of, secrets] = JSON.parse(Buffer.from(sealed).toString()) as [string, Secrets];
    return of === owner ? Promise.resolve(secrets) : Promise.reject(new Error('Sealed for another record.'));
  },
  indexOf: (kind, value) =>
    Promise.resolve(
      createHmac('sha256', 'test').update(`${kind}\0${value}`).digest('base64url').slice(0, 22),
    ),
};
