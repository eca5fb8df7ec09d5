import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const CHANGES_FIELDS: ModuleFields = {
  ChangeFeed: {
    guard: 'changes:read',
    fields: ['changes', 'cursor', 'hasMore', 'forget', 'restart'],
  },
  Change: {
    guard: 'changes:read',
    fields: [
      ...['type', 'id', 'removed', 'areas', 'version'],
      ...['household', 'due', 'resident', 'case'],
      ...['courtyard', 'building', 'dwelling', 'organisation', 'premises', 'facility'],
    ],
  },
};
