import * as operations from '../../generated/operations';
import { type Budget } from './budget';

/** Areas. */
export const AREAS_BUDGETS: Readonly<Record<string, Budget>> = {
  WhereAmI: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.WhereAmIDocument },
    arrange: ({ point }) => ({ point }),
  },
  NodeById: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.NodeByIdDocument },
    arrange: ({ grid: id }) => ({ id }),
  },
  AreaPage: {
    ...{ trips: 2, reads: 1, as: 'STREET_STAFF', document: operations.AreaPageDocument },
    arrange: ({ street: code }) => ({ code }),
  },
};
