import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { caredFor, careTag } from '../care';
import { somebody, WHY } from '../privacy';
import { type Budget } from './budget';

/** Care tags. */
export const CARE_BUDGETS: Readonly<Record<string, Budget>> = {
  ReadCareTags: {
    // The record and the place in the quota, in a transaction.
    ...{ trips: 2, reads: 2, writes: 4, as: 'GRID_WORKER', document: operations.ReadCareTagsDocument },
    arrange: async (world) => ({
      input: { id: newId(), resident: (await caredFor(world)).resident, ...WHY },
    }),
  },
  SetCareTag: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'COMMUNITY_STAFF', document: operations.SetCareTagDocument },
    arrange: async (world) => ({ input: careTag(await somebody(world)) }),
  },
  ReviewCareTag: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'COMMUNITY_STAFF', document: operations.ReviewCareTagDocument },
    arrange: async (world) => ({
      input: { id: newId(), ...(await caredFor(world)), visits: 'KEY', reviewOn: '2026-09-01' },
    }),
  },
  EndCareTag: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'COMMUNITY_STAFF', document: operations.EndCareTagDocument },
    arrange: async (world) => ({ input: { id: newId(), ...(await caredFor(world)) } }),
  },
};
