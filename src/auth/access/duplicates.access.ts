import { type ModuleAccess } from './module-access';

/** Records that may be of one person. */
export const DUPLICATES_ACCESS: ModuleAccess = {
  Query: { duplicates: 'resident:merge', duplicate: 'resident:merge' },
  Mutation: { decideDuplicate: 'resident:merge', undoMerge: 'resident:merge' },
};
