import { type ModuleAccess } from './module-access';

/** What every module uses. */
export const COMMON_ACCESS: ModuleAccess = {
  Query: { node: 'self:read' },
  types: {
    PageInfo: {
      guard: 'self:read',
      fields: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
    },
    // Reading what is named is a question of its own.
    RecordLink: { guard: 'self:read', fields: ['type', 'id'] },
    GeoPoint: { guard: 'self:read', fields: ['latitude', 'longitude'] },
    UserError: { guard: 'self:read', fields: ['code', 'message', 'path'] },
  },
};
