import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { mergedTwins, twins } from '../duplicates';
import { home, identityNumber, livingTogether } from '../residents';
import { type Budget } from './budget';

/** Records that may be of one person. */
export const DUPLICATES_BUDGETS: Readonly<Record<string, Budget>> = {
  Duplicates: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.DuplicatesDocument },
    arrange: async (world) => {
      const people = Array.from({ length: 100 }, () => ({
        ...{ name: '欧阳建国', identityNumber: identityNumber() },
      }));
      await livingTogether(world, await home(world), people);
      const found = await livingTogether(world, await home(world), people);
      await world.services.duplicateWatch.compare(found);
      return { area: world.community, first: 100 };
    },
  },
  DuplicatePage: {
    // The collections of the two records, side by side.
    ...{ trips: 1, reads: 1, as: 'COMMUNITY_STAFF', document: operations.DuplicatePageDocument },
    arrange: async (world) => ({ id: (await twins(world)).id }),
  },
  DecideDuplicate: {
    // The two records, then the households that tell of them: a transaction over all of it.
    ...{
      trips: 3,
      reads: 4,
      writes: 40,
      as: 'COMMUNITY_STAFF',
      document: operations.DecideDuplicateDocument,
    },
    arrange: async (world) => ({
      input: { id: newId(), duplicate: (await twins(world)).id, verdict: 'SAME' },
    }),
  },
  UndoMerge: {
    ...{ trips: 3, reads: 4, writes: 40, as: 'COMMUNITY_STAFF', document: operations.UndoMergeDocument },
    arrange: async (world) => ({ input: { id: newId(), duplicate: (await mergedTwins(world)).id } }),
  },
};
