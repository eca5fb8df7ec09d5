import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** Lists of cases beyond one's own inbox. */
export const LISTS_ROWS: readonly MatrixRow[] = [
  { field: 'cases', document: operations.CasesDocument, variables: ({ grid }) => ({ area: grid }) },
  {
    field: 'supervisedCases',
    document: operations.SupervisionDocument,
    variables: ({ street }) => ({ supervisor: street }),
  },
];
