import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** Households and residents. */
export const RESIDENTS_ROWS: readonly MatrixRow[] = [
  {
    field: 'households',
    document: operations.HouseholdsDocument,
    variables: ({ courtyard }) => ({ area: courtyard }),
  },
];
