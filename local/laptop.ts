import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createWholeApp } from '../src/app/backstage';
import { readEnv } from '../src/shared/env';
import { type Arguments } from './arguments';
import { findJava, needPorts, needReachable } from './checks';
import { startDoors } from './doors';
import { buildEditor } from './editor/build';
import { editorHandler } from './editor/serve';
import { environmentOf, type Overrides, readOverrides } from './environment';
import { startIssuer } from './issuer';
import { openIssuerKey } from './issuer-key';
import { type Ports } from './ports';
import { type Program, type Running } from './process';
import { LaptopProblem } from './problem';
import { say, step } from './say';
import { forecast, itemsIn } from './seed/estimate';
import { seedId } from './seed/ids';
import { nameOf } from './seed/size';
import { remainingOf, seedOnce } from './seed-once';
import { startBucket, startTable } from './stores';

/** As many grids take minutes to fill: what takes seconds needs no forecast. */
const WORTH_A_WORD = 20;

const OPERATIONS = join(__dirname, '..', 'schema', 'operations');

/** A district on this machine. */
export interface Laptop extends Running {
  readonly apiUrl: string;
  readonly socketUrl: string;
  readonly editorUrl: string;
  /** Whether the table is gone when it ends. */
  readonly inMemory: boolean;
  /** Resolves when a part ends by itself, with a sentence about it. */
  readonly broken: Promise<string>;
}

/** How a laptop is to be started. */
export interface LaptopOptions extends Arguments {
  readonly ports: Ports;
  /** Folder of its stores, keys and logs. */
  readonly state: string;
  /** Aborted when the user does not want to wait any longer. */
  readonly signal: AbortSignal;
}

/**
 * Starts everything: stores, table and bucket, issuer and query editor, seed, doors. When a step fails, what was
 * started before is stopped.
 *
 * @throws LaptopProblem for what only the user can put right
 */
export async function startLaptop(options: LaptopOptions): Promise<Laptop> {
  const own = readOverrides();
  await check(options, own);
  if (options.fresh) rmSync(options.state, { recursive: true, force: true });
  const parts = new Parts();
  try {
    return await startParts(parts, own, options);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

/** What was started, to be stopped together. */
class Parts {
  private readonly all: Running[] = [];
  private readonly endings: Promise<string>[] = [];

  keep(name: string, part: (Running & Partial<Pick<Program, 'ended'>>) | undefined): void {
    if (part === undefined) return;
    this.all.push(part);
    if (part.ended) this.endings.push(part.ended.then((last) => `${name} has ended:\n${last}`));
  }

  get broken(): Promise<string> {
    return Promise.race(this.endings);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((part) => part.stop()));
  }
}

async function startParts(
  parts: Parts,
  own: Overrides,
  { ports, state, fresh, inMemory, seed, signal }: LaptopOptions,
): Promise<Laptop> {
  const environment = environmentOf(ports, own, state);
  Object.assign(process.env, environment);
  const apiUrl = `http://localhost:${ports.http}/graphql`;
  const socketUrl = `ws://localhost:${ports.socket}`;

  await step(own.dynamodb ?? 'DynamoDB Local', async () => {
    parts.keep(
      'DynamoDB Local',
      await startTable({
        ...{ own: own.dynamodb, ports, state, environment, fresh, inMemory },
        isForLong: seed !== undefined && seed !== 'small',
      }),
    );
  });
  const store = await step(own.s3 ?? say('S3 server', 'S3 服务'), () =>
    startBucket({ own: own.s3, ports, state, environment, fresh }),
  );
  parts.keep('S3', store.server);
  for (const sentence of store.lacks) console.log(`    ${sentence}`);

  const app = createWholeApp(readEnv());
  const folder = await step(say('query editor', '查询编辑器'), buildEditor);
  const issuer = await startIssuer({
    port: ports.issuer,
    audience: environment.OIDC_AUDIENCE,
    key: await openIssuerKey(join(state, 'issuer-key.json')),
    morePages: editorHandler({
      ...{ folder, apiUrl, socketUrl, operationsDir: OPERATIONS },
      storeUrl: environment.S3_ENDPOINT,
      exampleCase: seedId('CASE', 3),
    }),
    onBucketEvent: store.onEvent,
    recorded: (person) => app.services.appointments.forToken(app.newReads(), person),
  });
  parts.keep('issuer', issuer);

  const { size, plan } = await remainingOf(seed);
  if (plan.length > WORTH_A_WORD) console.log(`    ${forecast(itemsIn(plan), { inMemory })}`);
  await step(nameOf(size), (tell) => seedOnce(app, { size: seed, tell, signal }));
  await step(say('doors', '函数入口'), async () => {
    parts.keep('serverless-offline', await startDoors({ ports, environment, state }));
  });
  return {
    ...{ apiUrl, socketUrl, editorUrl: `${issuer.url}/`, inMemory },
    broken: parts.broken,
    stop: () => parts.stop(),
  };
}

async function check({ ports: all, inMemory }: LaptopOptions, own: Overrides): Promise<void> {
  const { dynamodb, s3, ...ports } = all;
  if (inMemory && own.dynamodb !== undefined) throw notOurs();
  if (own.dynamodb === undefined) findJava();
  else await needReachable('DYNAMODB_ENDPOINT', own.dynamodb);
  if (own.s3 !== undefined) await needReachable('S3_ENDPOINT', own.s3);
  await needPorts({
    ...ports,
    ...(own.dynamodb === undefined ? { dynamodb } : {}),
    ...(own.s3 === undefined ? { s3 } : {}),
  });
}

function notOurs(): LaptopProblem {
  return new LaptopProblem(
    say(
      '--in-memory is for the embedded table, and DYNAMODB_ENDPOINT names another. Leave one of them out.',
      '--in-memory 仅用于内置数据表,而 DYNAMODB_ENDPOINT 指向了其他服务。两者只能选一。',
    ),
  );
}
