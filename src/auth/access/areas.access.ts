import { type ModuleAccess } from './module-access';

/** Areas, grids and their boundaries, how they cover the ground, and what they have to carry. */
export const AREAS_ACCESS: ModuleAccess = {
  Query: {
    area: 'area:read',
    areas: 'area:read',
    searchAreas: 'area:read',
    areaAt: 'area:read',
    gridAt: 'area:read',
    coverage: 'area:check-coverage',
    gridLoad: 'area:read-load',
  },
  types: {
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
  },
};
