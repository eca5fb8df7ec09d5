import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { home, identityNumber, livingIn, mobile, newcomer } from '../residents';
import { type World } from '../world';
import { type Budget } from './budget';
import { doors } from './doors';

/** A household with a family of five. */
async function family(world: World): Promise<{ household: string; resident: string }> {
  const household = await home(world);
  const resident = await livingIn(world, household, { relation: 'HEAD' });
  for (let more = 0; more < 4; more += 1) await livingIn(world, household);
  return { household, resident };
}

/** Households and residents. */
export const RESIDENTS_BUDGETS: Readonly<Record<string, Budget>> = {
  Households: {
    ...{ trips: 1, reads: 5, as: 'GRID_WORKER', document: operations.HouseholdsDocument },
    arrange: async (world) => {
      await doors(world, 100);
      return { first: 100 };
    },
  },
  HouseholdPage: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.HouseholdPageDocument },
    arrange: async (world) => ({ id: (await family(world)).household }),
  },
  ResidentPage: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.ResidentPageDocument },
    arrange: async (world) => ({ id: (await family(world)).resident }),
  },
  RegisterHousehold: {
    ...{ trips: 2, reads: 0.5, writes: 2, as: 'GRID_WORKER', document: operations.RegisterHouseholdDocument },
    arrange: ({ courtyard }) => ({ input: { id: newId(), courtyard, door: '1-1-101', kind: 'FAMILY' } }),
  },
  RegisterResident: {
    // A transaction of the resident with two indexes, the household with one, and the stay.
    ...{ trips: 2, reads: 2, writes: 16, as: 'GRID_WORKER', document: operations.RegisterResidentDocument },
    arrange: async (world) => {
      const numbers = { identityNumber: identityNumber(), phone: mobile() };
      return { input: newcomer((await family(world)).household, { ...numbers, relation: 'OTHER' }) };
    },
  },
  UpdateResident: {
    // The record, then the household that shows it: what it is about is known only from the record.
    ...{ trips: 3, reads: 2, writes: 16, as: 'GRID_WORKER', document: operations.UpdateResidentDocument },
    arrange: async (world) => {
      const { resident } = await family(world);
      return { input: { id: newId(), resident, expectedVersion: 1, phone: mobile() } };
    },
  },
  MoveResident: {
    ...{ trips: 2, reads: 3, writes: 22, as: 'GRID_WORKER', document: operations.MoveResidentDocument },
    arrange: async (world) => {
      const to = await home(world);
      return {
        input: { id: newId(), ...(await family(world)), to, relation: 'HEAD', on: '2026-05-01' },
      };
    },
  },
  EndResidence: {
    // With the day until which the record is kept, and its place in the queue.
    ...{ trips: 2, reads: 2, writes: 20, as: 'GRID_WORKER', document: operations.EndResidenceDocument },
    arrange: async (world) => ({
      input: { id: newId(), ...(await family(world)), on: '2026-05-01', ending: 'MOVED_OUT' },
    }),
  },
};
