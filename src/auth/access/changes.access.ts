import { type ModuleAccess } from './module-access';

/** What has changed. Each record is guarded by the rules of its own module besides. */
export const CHANGES_ACCESS: ModuleAccess = {
  Query: { changes: 'changes:read' },
};
