import { join } from 'node:path';
import { type environmentOf } from './environment';
import { type Ports } from './ports';
import { type Program, startProgram } from './process';
import { untilItAnswers } from './wait';

const ROOT = join(__dirname, '..');

/**
 * Starts every door in serverless-offline: HTTP, WebSocket, table stream, schedule, and the address where functions
 * are invoked by name. Resolves when the HTTP door answers; warnings and errors of the doors are shown.
 */
export async function startDoors(options: {
  ports: Ports;
  environment: ReturnType<typeof environmentOf>;
  state: string;
}): Promise<Program> {
  const { ports, environment, state } = options;
  const stream = {
    endpoint: environment.DYNAMODB_ENDPOINT,
    region: environment.AWS_REGION,
    accessKeyId: environment.AWS_ACCESS_KEY_ID,
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    accountId: '000000000000',
    readInterval: 200,
    simulateDestinations: false,
    checkpointFile: join(state, 'stream.json'),
  };
  const program = startProgram({
    command: process.execPath,
    args: [
      require.resolve('serverless/bin/serverless.js'),
      ...['offline', 'start', '--stage', 'laptop', '--useInProcess', '--noPrependStageInUrl', '--noSponsor'],
      ...['--httpPort', String(ports.http), '--websocketPort', String(ports.socket)],
      ...['--lambdaPort', String(ports.lambda)],
    ],
    cwd: ROOT,
    log: join(state, 'logs', 'doors.log'),
    env: {
      ...process.env,
      ...environment,
      WANGGE_LAPTOP: JSON.stringify({ environment, stream }),
      SLS_NOTIFICATIONS_MODE: 'off',
    },
    onLine: (line) => {
      if (/^\{.*"level":"(WARN|ERROR|CRITICAL)"/.test(line)) console.error(line);
    },
  });
  await untilItAnswers(
    'serverless-offline',
    `http://localhost:${ports.http}/graphql?query=%7B__typename%7D`,
    program,
    {
      good: (status) => status < 500 && status !== 404,
      seconds: 120,
    },
  );
  return program;
}
