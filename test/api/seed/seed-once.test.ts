import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { makeTable } from '../../../local/resources/table';
import { fill } from '../../../local/seed/district/fill';
import { communityPlan, type GridPlan } from '../../../local/seed/district/plan';
import { placesIn } from '../../../local/seed/district/families';
import { remainingOf, seedOnce } from '../../../local/seed-once';
import { createWholeApp } from '../../../src/app/backstage';
import { createFoundation, type Foundation } from '../../../src/app/foundation';
import { openVault } from '../../../src/data/vault';
import { keyOf, pointersOf } from '../../../src/modules/changes/pointer.events';
import { readEnv } from '../../../src/shared/env';
import { newId } from '../../../src/shared/ids';
import { TestClock } from '../../support/world';

jest.setTimeout(240_000);

/** A district of a few doors: five grids of twelve households. */
function tinyPlan(): GridPlan[] {
  let [firstHousehold, firstPerson] = [0, 0];
  return communityPlan()
    .slice(0, 5)
    .map((grid) => {
      const plan = { ...grid, households: 12, firstHousehold, firstPerson };
      for (let index = 0; index < 12; index += 1) firstPerson += placesIn(firstHousehold + index).length;
      firstHousehold += 12;
      return plan;
    });
}

/** A table of its own, and the product on it; with the vault of another table where one is given. */
async function freshFoundation(vault?: Foundation['vault']): Promise<Foundation> {
  process.env.TABLE_NAME = `wangge-seed-${newId()}`;
  const env = readEnv();
  await makeTable({ name: env.tableName, endpoint: env.dynamodbEndpoint ?? '' });
  const foundation = createFoundation(env, new TestClock());
  return { ...foundation, vault: vault ?? openVault(foundation.table, env.fieldKey) };
}

/** The connection breaks after so many batches. */
function breakAfter(client: DynamoDBDocumentClient, batches: number): void {
  let sent = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'BatchWriteCommand' || context.commandName === 'BatchWriteItemCommand')
        sent += 1;
      if (sent > batches) throw new Error('killed');
      return next(args);
    },
    { step: 'initialize', name: 'killed' },
  );
}

/** All that stands in a table, but for sealed bytes; in the order of its keys. */
async function everythingIn({ table: { client, name } }: Foundation) {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: start }));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items
    .filter(({ pk }) => pk !== 'KEYS' && pk !== 'LAPTOP')
    .map(({ sealed, ...item }) => ({ ...item, isSealed: sealed !== undefined }))
    .map((item): [string, unknown] => [
      `${String(Reflect.get(item, 'pk'))} ${String(Reflect.get(item, 'sk'))}`,
      item,
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('filling a district', () => {
  const shared = process.env.TABLE_NAME;
  afterAll(() => {
    process.env.TABLE_NAME = shared;
  });

  it.each([1, 4, 9, 14])('that is killed after %i batches goes on to the same end', async (batches) => {
    const plan = tinyPlan();
    const straight = await freshFoundation();
    const nothing = () => Promise.resolve();
    await fill(createWholeApp(readEnv(), straight).services, plan, { done: 0, onGrid: nothing });
    const expected = await everythingIn(straight);
    expect(expected.length).toBeGreaterThan(350);

    const killed = await freshFoundation(straight.vault);
    let done = 0;
    const onGrid = ({ grids }: { grids: number }) => {
      done = grids;
      return Promise.resolve();
    };
    breakAfter(killed.table.client, batches);
    await expect(fill(createWholeApp(readEnv(), killed).services, plan, { done, onGrid })).rejects.toThrow(
      'killed',
    );
    expect(done).toBeLessThan(plan.length);
    killed.table.client.middlewareStack.remove('killed');
    await fill(createWholeApp(readEnv(), killed).services, plan, { done, onGrid });
    expect(done).toBe(plan.length);
    expect(await everythingIn(killed)).toEqual(expected);
  });

  it('notes each household and resident for the phones, as the stream would have', async () => {
    const plan = tinyPlan().slice(0, 1);
    const foundation = await freshFoundation();
    await fill(createWholeApp(readEnv(), foundation).services, plan, {
      done: 0,
      onGrid: () => Promise.resolve(),
    });
    const items = (await everythingIn(foundation)).map(([, item]) => item as Record<string, unknown>);
    const noted = items.filter(({ pk }) => String(pk).startsWith('CHANGES#'));
    const changes = items.map((after) => ({ before: undefined, after }));
    const keyIn = ({ pk, sk }: Record<string, unknown>) => `${String(pk)} ${String(sk)}`;
    const told = pointersOf(changes).map((pointer) => `CHANGES#${pointer.grid} ${keyOf(pointer)}`);
    expect(noted.map(keyIn).sort()).toEqual(told.sort());
    expect(noted.length).toBeGreaterThan(30);
  });

  it('appoints the workers and counts the load of each grid at its end, where there is somebody to ask', async () => {
    const plan = tinyPlan().slice(0, 2);
    const foundation = await freshFoundation();
    const appoint = jest.fn(() => Promise.resolve());
    const countLoad = jest.fn<Promise<void>, [string]>(() => Promise.resolve());
    const options = { done: 0, onGrid: () => Promise.resolve() };
    await fill(createWholeApp(readEnv(), foundation).services, plan, options, { appoint, countLoad });
    expect(appoint).toHaveBeenCalledTimes(1);
    expect(countLoad.mock.calls.map(([grid]) => grid)).toEqual(plan.map(({ grid }) => grid.code));
  });

  it('remembers how far it came, refuses another size meanwhile, and leaves a stream that tells nothing of it', async () => {
    const plan = tinyPlan();
    const foundation = await freshFoundation();
    const app = createWholeApp(readEnv(), foundation);
    const streamOf = async () => {
      const { client, name } = foundation.table;
      return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
    };
    const before = await streamOf();
    const stop = new AbortController();
    const told: string[] = [];
    const tell = (text: string) => {
      told.push(text);
      if (told.length === 2) stop.abort();
    };
    await expect(
      seedOnce(app, { size: 'community', plan, tell, signal: stop.signal, now: foundation.clock.now() }),
    ).rejects.toThrow(/abort/i);
    expect(told).toHaveLength(2);
    await expect(seedOnce(app, { size: 'district', plan })).rejects.toThrow(
      /holds the seed "community" \(not yet whole\), not "district".*--fresh --seed district/,
    );
    expect(await remainingOf(undefined)).toMatchObject({ size: 'community', plan: { length: 4 } });

    await seedOnce(app, { plan, tell });
    expect(told.slice(2).map((text) => /(\d) of 5 grids/.exec(text)?.[1])).toEqual(['3', '4', '5']);
    expect(await remainingOf('community')).toEqual({ size: 'community', plan: [] });
    const after = await streamOf();
    expect(after?.StreamSpecification).toEqual(before?.StreamSpecification);
    expect(after?.LatestStreamArn).not.toBe(before?.LatestStreamArn);
    await seedOnce(app, { plan, tell });
    expect(told).toHaveLength(5);
    await expect(seedOnce(app, { size: 'small' })).rejects.toThrow(/holds the seed "community", not "small"/);
  });
});
