import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** Who works here. */
export const PEOPLE_ROWS: readonly MatrixRow[] = [
  { field: 'me', document: operations.MeDocument, variables: () => ({}) },
  {
    field: 'departments',
    document: operations.DepartmentsDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
];
