import { type ModuleAccess } from './module-access';

/** Pictures and videos. */
export const EVIDENCE_ACCESS: ModuleAccess = {
  Query: {
    missingFiles: 'evidence:list-missing',
    missingFileCount: 'evidence:list-missing',
    fileHold: 'evidence:hold',
  },
  Mutation: { holdFiles: 'evidence:hold' },
};
