import { type ModuleAccess } from './module-access';

/** What every module uses. */
export const COMMON_ACCESS: ModuleAccess = {
  Query: { node: 'self:read' },
  types: {
    PageInfo: {
      guard: 'self:read',
      fields: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
    },
    GeoPoint: { guard: 'self:read', fields: ['latitude', 'longitude'] },
    UserError: { guard: 'self:read', fields: ['code', 'message', 'path'] },
  },
};
