import * as operations from '../../generated/operations';
import { type Budget } from './budget';
import { doors } from './doors';

/** Households and residents. */
export const RESIDENTS_BUDGETS: Readonly<Record<string, Budget>> = {
  Households: {
    ...{ trips: 1, reads: 1.5, as: 'GRID_WORKER', document: operations.HouseholdsDocument },
    arrange: (world) => doors(world, 50),
  },
};
