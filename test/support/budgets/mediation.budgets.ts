import * as operations from '../../generated/operations';
import { dispute, followUpInput, mediate, mediated, sessionInput } from '../mediation';
import { home, livingIn } from '../residents';
import { type Budget } from './budget';

/** The mediation of disputes. */
export const MEDIATION_BUDGETS: Readonly<Record<string, Budget>> = {
  Mediation: {
    // The case's collection, then the names of the parties who are on file.
    ...{ trips: 2, reads: 1, as: 'COMMUNITY_STAFF', document: operations.MediationDocument },
    arrange: async (world) => {
      const caseId = await dispute(world);
      const parties = [
        { resident: await livingIn(world, await home(world)), role: '楼上住户' },
        { name: '老周理发店', role: '店主' },
      ];
      await mediate(world, world.actor('COMMUNITY_STAFF'), sessionInput(world, caseId, { parties }));
      return { caseId };
    },
  },
  MediationFollowUps: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.MediationFollowUpsDocument },
    arrange: async (world) => {
      for (let made = 0; made < 101; made += 1) await mediated(world, await dispute(world));
      return { area: world.community, first: 100 };
    },
  },
  RecordMediation: {
    // The case with its record, and beside it the parties who are on file; case and record in a transaction; their names.
    ...{ trips: 3, reads: 2, writes: 8, as: 'GRID_WORKER', document: operations.RecordMediationDocument },
    arrange: async (world) => {
      const caseId = await dispute(world);
      const resident = await livingIn(world, await home(world));
      const parties = [
        { resident, role: '楼上住户' },
        { name: '老周理发店', role: '店主' },
      ];
      return { input: sessionInput(world, caseId, { parties }) };
    },
  },
  RecordFollowUp: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'GRID_WORKER', document: operations.RecordFollowUpDocument },
    arrange: async (world) => ({ input: followUpInput(world, await mediated(world, await dispute(world))) }),
  },
};
