import { parse } from 'graphql';
import * as operations from '../../generated/operations';
import { type MatrixRow } from './row';

/** Areas. */
export const AREAS_ROWS: readonly MatrixRow[] = [
  { field: 'area', document: operations.AreaPageDocument, variables: ({ grid }) => ({ code: grid }) },
  {
    field: 'areas',
    document: operations.AreaMapDocument,
    variables: ({ community }) => ({ inside: community }),
  },
  {
    field: 'searchAreas',
    document: operations.SearchAreasDocument,
    variables: ({ street }) => ({ text: '网格', inside: street }),
  },
  { field: 'node', document: operations.NodeByIdDocument, variables: ({ grid }) => ({ id: grid }) },
  { field: 'areaAt', document: operations.WhereAmIDocument, variables: ({ point }) => ({ point }) },
  {
    // Deprecated: no screen asks it any more.
    field: 'gridAt',
    document: parse('query GridAt($point: GeoPointInput!) { gridAt(point: $point) { code } }'),
    variables: ({ point }) => ({ point }),
  },
  {
    field: 'coverage',
    document: operations.CoverageCheckDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  { field: 'gridLoad', document: operations.GridLoadsDocument, variables: ({ grid }) => ({ area: grid }) },
];
