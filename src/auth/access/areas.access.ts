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
};
