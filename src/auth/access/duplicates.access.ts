import { type ModuleAccess } from './module-access';

/** What every view of a pair shows; the names are masked before they are stored. */
const DUPLICATE = ['id', 'state', 'area', 'reasons', 'maskedNames', 'foundAt'];

/** Records that may be of one person. */
export const DUPLICATES_ACCESS: ModuleAccess = {
  Query: { duplicates: 'resident:merge', duplicate: 'resident:merge' },
  Mutation: { decideDuplicate: 'resident:merge', undoMerge: 'resident:merge' },
  types: {
    Duplicate: { guard: 'resident:merge', fields: DUPLICATE },
    DuplicateConnection: { guard: 'resident:merge', fields: ['edges', 'pageInfo'] },
    DuplicateEdge: { guard: 'resident:merge', fields: ['node', 'cursor'] },
    DuplicateFile: { guard: 'resident:merge', fields: [...DUPLICATE, 'version', 'records', 'decisions'] },
    DuplicateDecision: { guard: 'resident:merge', fields: ['state', 'at', 'by'] },
    DuplicatePayload: { guard: 'resident:merge', fields: ['duplicate', 'userErrors'] },
  },
};
