import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** Figures of areas. */
export const STATISTICS_ROWS: readonly MatrixRow[] = [
  {
    field: 'solvedAtLevels',
    document: operations.SolvedAtLevelsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
];
