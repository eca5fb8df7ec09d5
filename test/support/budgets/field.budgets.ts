import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { conflictOf, edit, hazard } from '../field';
import { home, livingIn } from '../residents';
import { type Budget } from './budget';

/** Work without a signal. */
export const FIELD_BUDGETS: Readonly<Record<string, Budget>> = {
  SubmitFieldBatch: {
    // Ten reports and five edits in five households: eight lanes at once, so that 15 items take as long as two or three.
    ...{ trips: 6, reads: 15, writes: 90, as: 'GRID_WORKER', document: operations.SubmitFieldBatchDocument },
    arrange: async (world) => {
      const edits = [];
      for (let count = 0; count < 5; count += 1)
        edits.push(edit(await livingIn(world, await home(world), { relation: 'HEAD' }), { name: '周小禾' }));
      const reports = Array.from({ length: 10 }, () => hazard(world.courtyard));
      return { input: { items: [...edits, ...reports].map((item) => ({ after: [], ...item })) } };
    },
  },
  Conflicts: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.ConflictsDocument },
    arrange: async (world, caller) => {
      await conflictOf(world, caller);
      return {};
    },
  },
  ConflictsOfCommunity: {
    ...{ trips: 1, reads: 0.5, as: 'COMMUNITY_STAFF', document: operations.ConflictsOfCommunityDocument },
    arrange: async (world, caller) => {
      await conflictOf(world, world.actor('GRID_WORKER'));
      return { area: caller.appointments[0]?.area };
    },
  },
  Conflict: {
    ...{ trips: 2, reads: 2, as: 'GRID_WORKER', document: operations.ConflictDocument },
    arrange: async (world, caller) => ({ id: await conflictOf(world, caller) }),
  },
  ResolveConflict: {
    // The conflict and the record are read, the record and its household written, then the decision.
    ...{ trips: 6, reads: 4, writes: 18, as: 'GRID_WORKER', document: operations.ResolveConflictDocument },
    arrange: async (world, caller) => ({
      input: { id: newId(), conflict: await conflictOf(world, caller), choice: 'MINE' },
    }),
  },
};
