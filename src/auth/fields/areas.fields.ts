import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const AREAS_FIELDS: ModuleFields = {
  Area: {
    guard: 'area:read',
    fields: [
      ...['id', 'code', 'level', 'name', 'ancestors', 'children'],
      ...['kind', 'department', 'validFrom', 'validTo', 'replaces', 'replacedBy', 'boundary', 'centre'],
    ],
  },
  AreaConnection: { guard: 'area:read', fields: ['edges', 'pageInfo'] },
  AreaEdge: { guard: 'area:read', fields: ['node', 'cursor'] },
  Coverage: {
    guard: 'area:check-coverage',
    fields: ['area', 'seamless', 'againstCommunity', 'gaps', 'overlaps', 'undrawn'],
  },
  CoverageFault: { guard: 'area:check-coverage', fields: ['grids', 'boundary', 'squareMetres'] },
  GridLoad: {
    guard: 'area:read-load',
    fields: [
      ...['grid', 'name', 'kind', 'households', 'residents', 'floating', 'premises', 'openCases'],
      ...['workers', 'countedAt', 'flags'],
    ],
  },
  GridLoadConnection: { guard: 'area:read-load', fields: ['edges', 'pageInfo'] },
  GridLoadEdge: { guard: 'area:read-load', fields: ['node', 'cursor'] },
};
