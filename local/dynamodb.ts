import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findJava } from './checks';
import { startProgram, type Program } from './process';
import { untilItAnswers } from './wait';

/** Java compiles quickly rather than well: half the CPU for the first minutes, half as much again after them. */
const FOR_MINUTES = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Starts DynamoDB Local, in a folder or, without one, in memory; resolves when it answers. */
export async function startDynamodb(options: {
  port: number;
  folder?: string;
  log: string;
  /** Whether it will have millions of items to write. */
  isForLong?: boolean;
}): Promise<Program & { readonly endpoint: string }> {
  const java = findJava();
  const emulator = join(dirname(require.resolve('amplify-dynamodb-simulator/package.json')), 'emulator');
  if (options.folder !== undefined) mkdirSync(options.folder, { recursive: true });
  const store = options.folder === undefined ? ['-inMemory'] : ['-dbPath', options.folder];
  const program = startProgram({
    command: java,
    args: [
      // Also for a whole district in memory: its items lie outside the heap.
      '-Xmx1g',
      ...(options.isForLong === true ? [] : FOR_MINUTES),
      '-Djava.library.path=./DynamoDBLocal_lib',
      ...['-jar', 'DynamoDBLocal.jar', '-sharedDb', '-port', String(options.port), ...store],
    ],
    cwd: emulator,
    log: options.log,
    env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
  });
  const endpoint = `http://localhost:${options.port}`;
  await untilItAnswers('DynamoDB Local', endpoint, program);
  return { ...program, endpoint };
}
