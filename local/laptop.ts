import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../src/app';
import { readEnv } from '../src/shared/env';
import { findJava, needPorts, needReachable } from './checks';
import { startDoors } from './doors';
import { buildEditor } from './editor/build';
import { editorHandler } from './editor/serve';
import { environmentOf, type Overrides, readOverrides } from './environment';
import { startIssuer } from './issuer';
import { openIssuerKey } from './issuer-key';
import { type Ports } from './ports';
import { type Program, type Running } from './process';
import { say, step } from './say';
import { seedId } from './seed/ids';
import { seedOnce } from './seed-once';
import { startBucket, startTable } from './stores';

const OPERATIONS = join(__dirname, '..', 'schema', 'operations');

/** A district on this machine. */
export interface Laptop extends Running {
  readonly apiUrl: string;
  readonly socketUrl: string;
  readonly editorUrl: string;
  /** Resolves when a part ends by itself, with a sentence about it. */
  readonly broken: Promise<string>;
}

/**
 * Starts everything: stores, table and bucket, issuer and query editor, seed, doors. When a step fails, what was
 * started before is stopped.
 *
 * @throws LaptopProblem for what only the user can put right
 */
export async function startLaptop(options: { ports: Ports; state: string; fresh: boolean }): Promise<Laptop> {
  const own = readOverrides();
  await check(options.ports, own);
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
  { ports, state, fresh }: { ports: Ports; state: string; fresh: boolean },
): Promise<Laptop> {
  const environment = environmentOf(ports, own, state);
  Object.assign(process.env, environment);
  const apiUrl = `http://localhost:${ports.http}/graphql`;
  const socketUrl = `ws://localhost:${ports.socket}`;

  await step(own.dynamodb ?? 'DynamoDB Local', async () => {
    parts.keep('DynamoDB Local', await startTable({ own: own.dynamodb, ports, state, environment, fresh }));
  });
  const store = await step(own.s3 ?? say('S3 server', 'S3 服务'), () =>
    startBucket({ own: own.s3, ports, state, environment, fresh }),
  );
  parts.keep('S3', store.server);
  for (const sentence of store.lacks) console.log(`    ${sentence}`);

  const app = createApp(readEnv());
  const folder = join(state, 'editor');
  await step(say('query editor', '查询编辑器'), () => buildEditor(folder));
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

  await step(say('demonstration district', '示范区数据'), () => seedOnce(app));
  await step(say('doors', '函数入口'), async () => {
    parts.keep('serverless-offline', await startDoors({ ports, environment, state }));
  });
  return {
    ...{ apiUrl, socketUrl, editorUrl: `${issuer.url}/` },
    broken: parts.broken,
    stop: () => parts.stop(),
  };
}

async function check({ dynamodb, s3, ...ports }: Ports, own: Overrides): Promise<void> {
  if (own.dynamodb === undefined) findJava();
  else await needReachable('DYNAMODB_ENDPOINT', own.dynamodb);
  if (own.s3 !== undefined) await needReachable('S3_ENDPOINT', own.s3);
  await needPorts({
    ...ports,
    ...(own.dynamodb === undefined ? { dynamodb } : {}),
    ...(own.s3 === undefined ? { s3 } : {}),
  });
}
