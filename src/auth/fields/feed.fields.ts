import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const FEED_FIELDS: ModuleFields = {
  CaseEvent: { guard: 'case:read', fields: ['id', 'number', 'from', 'to', 'step', 'case'] },
  CaseEventFeed: { guard: 'case:watch', fields: ['events', 'cursor', 'hasMore'] },
};
