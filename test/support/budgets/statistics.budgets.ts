import * as operations from '../../generated/operations';
import { makeMove, reportCase } from '../cases';
import { solvedOnce } from '../statistics';
import { type Budget } from './budget';

/** Figures of areas. */
export const STATISTICS_BUDGETS: Readonly<Record<string, Budget>> = {
  SolvedAtLevels: {
    // A leap year of days on which something was solved, of 150 bytes each.
    ...{ trips: 1, reads: 6.5, as: 'STREET_STAFF', document: operations.SolvedAtLevelsDocument },
    arrange: async (world) => {
      const worker = world.actor('GRID_WORKER');
      const { id } = await reportCase(world, worker);
      await makeMove(world, worker, id, 'SOLVE');
      for (let day = 0; day < 366; day += 1) await solvedOnce(world, id, day);
      return { area: world.street, from: '2026-01-01', to: '2026-12-31' };
    },
  },
};
