import './production';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { startDynamodb } from '../local/dynamodb';
import { openFieldKey } from '../local/field-key';
import { makeTable } from '../local/resources/table';
import { step } from '../local/say';
import { SEED_SIZES, type SeedSize } from '../local/seed/size';
import { seedOnce } from '../local/seed-once';
import { createWholeApp } from '../src/app/backstage';
import { createFoundation, type Foundation } from '../src/app/foundation';
import { readEnv } from '../src/shared/env';
import { environmentFor } from './environment';
import { compareScreens, measureScreens } from './screens';

const PORT = 4330;

/**
 * `npm run bench:sizes -- <size> [minutes]`: seeds a small table and one of a size in memory, runs every screen on both
 * and prints what it costs. After so many minutes it takes what is there by then.
 */
async function compareSizes(size: SeedSize, minutes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-sizes-'));
  const database = await startDynamodb({ port: PORT, log: join(folder, 'dynamodb.log'), isForLong: true });
  try {
    Object.assign(
      process.env,
      environmentFor({ endpoint: database.endpoint, fieldKey: openFieldKey(join(folder, 'field-key')) }),
    );
    const small = await seeded('small', AbortSignal.timeout(60_000_000));
    const large = await seeded(size, AbortSignal.timeout(minutes * 60_000));
    const [costs, others] = [await measureScreens(small), await measureScreens(large)];
    console.log(await compareScreens({ size: 'small', costs }, { size, costs: others }));
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A table of a size, and what it took to fill it. */
async function seeded(size: SeedSize, signal: AbortSignal): Promise<Foundation> {
  process.env.TABLE_NAME = `bench-${size}`;
  const env = readEnv();
  await makeTable({ name: env.tableName, endpoint: env.dynamodbEndpoint ?? '' });
  const foundation = createFoundation(env);
  const started = Date.now();
  let last = '';
  await step(size, async (tell) => {
    const hear = (text: string) => {
      last = text;
      tell(text);
    };
    try {
      await seedOnce(createWholeApp(env, foundation), { size, signal, tell: hear });
    } catch (error) {
      if (!signal.aborted) throw error;
      console.log(`  stopped, the time is over: ${last}`);
    }
  });
  const seconds = (Date.now() - started) / 1000;
  const { client, name } = foundation.table;
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const items = Table?.ItemCount ?? 0;
  console.log(`  ${items} items, ${seconds.toFixed(0)} s, ${Math.round(items / seconds)} items/s`);
  return foundation;
}

const size = SEED_SIZES.find((each) => each === (process.argv[2] ?? 'community'));
if (size === undefined) throw new Error(`A size is one of ${SEED_SIZES.join(', ')}.`);
void compareSizes(size, Number(process.argv[3] ?? 600));
