import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLaptopProcess } from './laptop-process';
import { freePorts } from './free-ports';
import { keepRunning } from './running';

/** The whole laptop, as `npm start` starts it, on ports and with a state of its own. */
export default async function startLaptop(): Promise<void> {
  process.stderr.write('Starting the laptop that the e2e tests talk to…\n');
  const port = await freePorts(6);
  const state = mkdtempSync(join(tmpdir(), 'wangge-laptop-'));
  const laptop = keepRunning(startLaptopProcess({ port, state }));
  await laptop.ready;
  process.env.WANGGE_TEST_LAPTOP = String(port);
}
