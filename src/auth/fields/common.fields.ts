import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const COMMON_FIELDS: ModuleFields = {
  PageInfo: {
    guard: 'self:read',
    fields: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
  },
  // Reading what is named is a question of its own.
  RecordLink: { guard: 'self:read', fields: ['type', 'id'] },
  GeoPoint: { guard: 'self:read', fields: ['latitude', 'longitude'] },
  UserError: { guard: 'self:read', fields: ['code', 'message', 'path'] },
};
