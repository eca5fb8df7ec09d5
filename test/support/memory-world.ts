import { createHmac } from 'node:crypto';
import { openBucket } from '../../src/data/bucket';
import { type Secrets, type Vault } from '../../src/data/vault';
import { type MemoryTable, openMemoryTable } from './memory-table';
import { TestClock, type World, worldOn } from './world';

/**
 * A world of real services on a table in memory. Its vault only ties values to their owner and does not encrypt: one sealing
 * takes as long as all else that a request does, and what is to be shown here is not about secrecy.
 */
export async function makeMemoryWorld(): Promise<{ world: World; table: MemoryTable }> {
  const table = openMemoryTable();
  const clock = new TestClock();
  const [bucket, transfers] = [openBucket({ name: 'none' }), openBucket({ name: 'none' })];
  return { table, world: await worldOn({ table, bucket, transfers, clock, vault: CHEAP }, clock) };
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
