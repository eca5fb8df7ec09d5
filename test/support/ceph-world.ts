import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBucket } from '../../local/resources/bucket';
import { createWholeServices } from '../../src/app/backstage';
import { openBucket } from '../../src/data/bucket';
import { freePorts } from './free-ports';
import { missingOfRealS3, REAL_S3_KEYS, REAL_S3_PACKAGES, startRealS3 } from './real-s3';
import { skipAloud } from './skipping';
import { makeWorld, type World } from './world';

/** Whether a real store can be started here; says so when not. */
export function hasRealS3(): boolean {
  const missing = missingOfRealS3();
  if (missing !== undefined) skipAloud(missing, REAL_S3_PACKAGES);
  return missing === undefined;
}

/** A real store, started for one test file: the embedded server cannot list the parts of an upload. */
export async function startCeph() {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-ceph-'));
  const store = await startRealS3(await freePorts(10), join(folder, 'ceph'));
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
  Object.assign(process.env, REAL_S3_KEYS);
  const name = 'wangge-test-evidence';
  await makeBucket({ resource: 'EvidenceBucket', name, endpoint: store.endpoint });
  return {
    endpoint: store.endpoint,
    name,
    bucket: openBucket({ name, endpoint: store.endpoint }),
    stop: async () => {
      await store.stop();
      Object.assign(process.env, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Ceph = Awaited<ReturnType<typeof startCeph>>;

/** A world whose files lie in that store. */
export async function makeCephWorld({ bucket }: Ceph, options: { ownTable?: boolean } = {}): Promise<World> {
  const world = await makeWorld(options);
  const foundation = { ...world.foundation, bucket };
  return {
    ...world,
    foundation,
    services: createWholeServices(foundation, world.standings),
  };
}
