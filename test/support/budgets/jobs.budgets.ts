import { newId } from '../../../src/shared/ids';
import { type Actor } from '../../../src/auth/actor';
import * as operations from '../../generated/operations';
import { importOf } from '../jobs';
import { type World } from '../world';
import { type Budget } from './budget';

/** Opens so many exports; returns the id of the last. */
async function opened({ services, community }: World, caller: Actor, count: number): Promise<string> {
  let id = '';
  for (let done = 0; done < count; done += 1) {
    id = newId();
    await services.jobs.openExport(caller, { id, kind: 'AREAS', format: 'CSV', area: community });
  }
  return id;
}

/** Imports and exports. */
export const JOBS_BUDGETS: Readonly<Record<string, Budget>> = {
  // A transaction: the job with its two rows in the indexes, its run with one.
  // They read nothing beside the standing, so that the write is the second trip.
  ImportOpen: {
    ...{ trips: 2, reads: 0, writes: 10, as: 'COMMUNITY_STAFF', document: operations.ImportOpenDocument },
    arrange: ({ community }) => ({ input: importOf(Buffer.from('x'), 'HOUSEHOLDS', community) }),
  },
  ExportOpen: {
    ...{ trips: 2, reads: 0, writes: 10, as: 'COMMUNITY_STAFF', document: operations.ExportOpenDocument },
    arrange: ({ community }) => ({
      input: { id: newId(), kind: 'HOUSEHOLDS', format: 'XLSX', area: community },
    }),
  },
  ImportJob: {
    ...{ trips: 1, reads: 1, as: 'COMMUNITY_STAFF', document: operations.ImportJobDocument },
    arrange: async (world, caller) => ({ id: await opened(world, caller, 1) }),
  },
  Jobs: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.JobsDocument },
    arrange: async (world, caller) => {
      await opened(world, caller, 100);
      return { area: world.community, first: 100 };
    },
  },
  JobCancel: {
    ...{ trips: 2, reads: 1, writes: 8, as: 'COMMUNITY_STAFF', document: operations.JobCancelDocument },
    arrange: async (world, caller) => ({ input: { id: await opened(world, caller, 1) } }),
  },
  ImportTemplate: {
    ...{ trips: 0, reads: 0, as: 'COMMUNITY_STAFF', document: operations.ImportTemplateDocument },
  },
};
