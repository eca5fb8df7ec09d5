import * as operations from '../../generated/operations';
import { lastEventOf } from '../feed';
import { reportCase } from '../cases';
import { type Budget } from './budget';

/** What happens to cases, afterwards. */
export const FEED_BUDGETS: Readonly<Record<string, Budget>> = {
  CaseEvents: {
    // The events strongly consistent; half a unit for each of twenty cases.
    ...{ trips: 2, reads: 12, as: 'STREET_STAFF', document: operations.CaseEventsDocument },
    arrange: async (world) => {
      for (let done = 0; done < 20; done += 1) {
        const { id } = await reportCase(world, world.actor('GRID_WORKER'));
        await world.services.caseEventNotes.note(await lastEventOf(world, id));
      }
      return { area: world.street };
    },
  },
};
