import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { startDynamodb } from '../../../local/dynamodb';
import { injectFaults } from '../../support/faults';
import { freePorts } from '../../support/free-ports';
import { changesOf } from '../../support/logs';
import { describeOfflineDays, type OfflineGround } from '../../support/offline-days';
import { makeWorld } from '../../support/world';

/** The share of commands to the table to which something happens. */
const TROUBLE = { lostAnswers: 0.1, lostRequests: 0.01, throttled: 0.005, held: 0.03 };
const CALM = { lostAnswers: 0, lostRequests: 0, throttled: 0, held: 0 };

/** A store of its own: it counts through every change told of any table whenever it is asked for anything, and there are many. */
async function open(): Promise<OfflineGround> {
  const shared = process.env.DYNAMODB_ENDPOINT;
  const log = join(mkdtempSync(join(tmpdir(), 'wangge-test-')), 'dynamodb.log');
  const store = await startDynamodb({ port: await freePorts(1), log });
  process.env.DYNAMODB_ENDPOINT = store.endpoint;
  const world = await makeWorld({ ownTable: true, stream: true });
  const { client, name: TableName } = world.foundation.table;
  const faults = injectFaults(client, 20_261_126);
  return {
    ...{ world, happened: faults.happened },
    storm: () => Object.assign(faults, TROUBLE),
    calm: () => Object.assign(faults, CALM),
    everything: async () => {
      const all = [];
      for await (const { Items } of paginateScan({ client }, { TableName, ConsistentRead: true }))
        all.push(...(Items ?? []));
      return all;
    },
    changes: () => changesOf(world),
    close: async () => {
      process.env.DYNAMODB_ENDPOINT = shared;
      await store.stop();
    },
  };
}

describeOfflineDays(
  'a thousand things done without a network, on the store of the laptop, below the retries of the SDK',
  Number(process.env.ITEMS ?? 1_000),
  open,
);
