import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** Areas. */
export const AREAS_ROWS: readonly MatrixRow[] = [
  { field: 'area', document: operations.AreaPageDocument, variables: ({ grid }) => ({ code: grid }) },
  { field: 'node', document: operations.NodeByIdDocument, variables: ({ grid }) => ({ id: grid }) },
  { field: 'gridAt', document: operations.WhereAmIDocument, variables: ({ point }) => ({ point }) },
];
