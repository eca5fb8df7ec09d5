import { type ModuleAccess } from './module-access';

/** Areas, grids and their boundaries. */
export const AREAS_ACCESS: ModuleAccess = {
  Query: { area: 'area:read', gridAt: 'area:read' },
  types: {
    Area: { guard: 'area:read', fields: ['id', 'code', 'level', 'name', 'ancestors', 'children'] },
  },
};
