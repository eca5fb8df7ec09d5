import { type ModuleAccess } from './module-access';

/** Work made without a signal, and what of it collided. */
export const FIELD_WORK_ACCESS: ModuleAccess = {
  Query: {
    // With an area: `conflict:decide`, asked by the service.
    fieldConflicts: 'field:submit',
    fieldConflict: 'field:submit',
  },
  Mutation: {
    // Each item: what its own mutation needs, see `field/item-access.rules.ts`, and its service asks as at any door.
    submitFieldBatch: 'field:submit',
    resolveConflict: 'field:submit',
  },
};
