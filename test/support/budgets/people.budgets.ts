import * as operations from '../../generated/operations';
import { type Budget } from './budget';

/** Who works here. */
export const PEOPLE_BUDGETS: Readonly<Record<string, Budget>> = {
  Me: { trips: 0, reads: 0, as: 'GRID_WORKER', document: operations.MeDocument },
  Departments: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.DepartmentsDocument },
    arrange: ({ grid: area }) => ({ area }),
  },
};
