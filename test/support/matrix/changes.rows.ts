import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** What has changed in a grid; a secondary worker asks for the grid of their courtyard. */
export const CHANGES_ROWS: readonly MatrixRow[] = [
  {
    field: 'changes',
    document: operations.ChangesDocument,
    variables: ({ grid }) => ({ areas: [grid] }),
  },
];
