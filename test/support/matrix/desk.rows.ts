import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** What one holds, on a map and in a plan. */
export const DESK_ROWS: readonly MatrixRow[] = [
  { field: 'deskMap', document: operations.DeskMapDocument, variables: ({ office }) => ({ holder: office }) },
  {
    field: 'deskApplications',
    document: operations.DeskApplicationsDocument,
    variables: ({ office }) => ({ department: office }),
  },
  {
    field: 'dayPlan',
    document: operations.DayPlanDocument,
    variables: ({ office }) => ({ officers: 8, each: 6, holder: office }),
  },
];
