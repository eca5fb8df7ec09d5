import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamodb } from '../../local/dynamodb';
import './environment';
import { BROWSER_PACKAGE } from './browser';
import { freePorts } from './free-ports';
import { startLaptopProcess } from './laptop-process';
import { missingOfRealS3, REAL_S3_KEYS, REAL_S3_PACKAGES, startRealS3 } from './real-s3';
import { pathOfProgram } from './programs';
import { keepRunning } from './running';
import { skipAloud } from './skipping';

/** The whole laptop, as `npm start` starts it, on ports and with a state of its own; and one more on a real S3 store. */
export default async function startLaptops(): Promise<void> {
  process.stderr.write('Starting the laptops that the e2e tests talk to, half a minute…\n');
  const folder = mkdtempSync(join(tmpdir(), 'wangge-e2e-'));
  const browser = pathOfProgram(BROWSER_PACKAGE);
  if (browser === undefined) skipAloud(BROWSER_PACKAGE, `${BROWSER_PACKAGE} fonts-noto-cjk`);
  else process.env.WANGGE_TEST_BROWSER = browser;
  await Promise.all([startOne(join(folder, 'embedded')), startOnOwnStores(folder)]);
}

async function startOne(state: string): Promise<void> {
  const port = await freePorts(6);
  await keepRunning(startLaptopProcess({ port, state })).ready;
  process.env.WANGGE_TEST_LAPTOP = String(port);
  process.env.WANGGE_TEST_DOORS_LOG = join(state, 'logs', 'doors.log');
}

/** A laptop on stores that are named to it: Ceph's gateway, and a DynamoDB that runs already. */
async function startOnOwnStores(folder: string): Promise<void> {
  const missing = missingOfRealS3();
  if (missing !== undefined) {
    skipAloud(missing, REAL_S3_PACKAGES);
    return;
  }
  const storePort = await freePorts(10);
  const store = keepRunning(await startRealS3(storePort, join(folder, 'ceph')));
  const port = await freePorts(7);
  const log = join(folder, 'dynamodb.log');
  const database = keepRunning(await startDynamodb({ port: port + 6, log }));
  const environment = {
    ...REAL_S3_KEYS,
    ...{ S3_ENDPOINT: store.endpoint, DYNAMODB_ENDPOINT: database.endpoint },
  };
  await keepRunning(startLaptopProcess({ port, state: join(folder, 'real'), environment })).ready;
  process.env.WANGGE_TEST_REAL_S3 = store.endpoint;
  process.env.WANGGE_TEST_REAL_S3_LAPTOP = String(port);
}
