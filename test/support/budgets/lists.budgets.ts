import * as operations from '../../generated/operations';
import { makeMove, reportCase } from '../cases';
import { listed } from '../lists';
import { type World } from '../world';
import { type Budget } from './budget';

const manyListed = async (world: World, count: number) => {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1)
    ids.push((await reportCase(world, world.actor('GRID_WORKER'))).id);
  await listed(world, ids);
  return ids;
};

/** Lists of cases beyond one's own inbox. */
export const LISTS_BUDGETS: Readonly<Record<string, Budget>> = {
  Cases: {
    // A hundred rows of 350 bytes.
    ...{ trips: 1, reads: 4.5, as: 'STREET_STAFF', document: operations.CasesDocument },
    arrange: async (world) => {
      await manyListed(world, 101);
      return { area: world.street, first: 100 };
    },
  },
  Supervision: {
    ...{ trips: 1, reads: 2, as: 'STREET_STAFF', document: operations.SupervisionDocument },
    arrange: async (world, caller) => {
      const ids = await manyListed(world, 20);
      for (const id of ids) await makeMove(world, caller, id, 'SUPERVISE');
      await listed(world, ids);
      return {};
    },
  },
};
