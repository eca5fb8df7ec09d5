import { type ModuleAccess } from './module-access';

/** What every module uses. */
export const COMMON_ACCESS: ModuleAccess = {
  Query: { node: 'self:read' },
};
