import { type ModuleFields } from './module-fields';

/** What every view of a pair shows; the names are masked before they are stored. */
const DUPLICATE = ['id', 'state', 'area', 'reasons', 'maskedNames', 'foundAt'];

/** Who sees what of its types. */
export const DUPLICATES_FIELDS: ModuleFields = {
  Duplicate: { guard: 'resident:merge', fields: DUPLICATE },
  DuplicateConnection: { guard: 'resident:merge', fields: ['edges', 'pageInfo'] },
  DuplicateEdge: { guard: 'resident:merge', fields: ['node', 'cursor'] },
  DuplicateFile: { guard: 'resident:merge', fields: [...DUPLICATE, 'version', 'records', 'decisions'] },
  DuplicateDecision: { guard: 'resident:merge', fields: ['state', 'at', 'by'] },
  DuplicatePayload: { guard: 'resident:merge', fields: ['duplicate', 'userErrors'] },
};
