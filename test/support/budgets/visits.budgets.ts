import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { offeredIn, onBehalf, ORIGINALS } from '../applications';
import { reportCase } from '../cases';
import { livingIn, mobile } from '../residents';
import { appointed } from '../staff';
import { inspectionInput, restaurant } from '../inspections';
import { listed, visited, visitOf } from '../visits';
import { type World } from '../world';
import { type Budget } from './budget';

const doors = async (world: World, count: number) => {
  for (let done = 0; done < count; done += 1) await listed(world);
};

const hazard = () => ({
  case: {
    ...{ id: newId(), category: 'FIRE_HAZARD', text: '楼道里堆着电动车电池。', place: {} },
    ...{ urgency: 'NORMAL', evidence: [] },
  },
});

/** Visits and due lists. */
export const VISITS_BUDGETS: Readonly<Record<string, Budget>> = {
  Today: {
    // Fifty doors that are due, twenty cases, and the worker's own households to choose from.
    ...{ trips: 1, reads: 4.5, as: 'GRID_WORKER', document: operations.TodayDocument },
    arrange: async (world, caller) => {
      await appointed(world, { role: 'GRID_WORKER', area: world.grid, person: caller.id });
      await doors(world, 50);
      for (let count = 0; count < 20; count += 1) await reportCase(world, caller);
      world.clock.advance(31 * 86_400_000);
      return {};
    },
  },
  DueVisits: {
    ...{ trips: 1, reads: 4.5, as: 'GRID_WORKER', document: operations.DueVisitsDocument },
    arrange: async (world) => {
      await doors(world, 100);
      return { window: 'ALL', first: 100 };
    },
  },
  VisitPage: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.VisitPageDocument },
    arrange: async (world) => ({ id: await visited(world) }),
  },
  VisitsAtDoor: {
    ...{ trips: 2, reads: 1, as: 'GRID_WORKER', document: operations.VisitsAtDoorDocument },
    arrange: async (world) => ({ household: (await listed(world)).household }),
  },
  SubmitVisit: {
    // A transaction of visit and plan, then beside each other a report and a change of a resident with their household.
    ...{ trips: 3, reads: 3.5, writes: 26, as: 'GRID_WORKER', document: operations.SubmitVisitDocument },
    arrange: async (world) => {
      const { household, resident } = await listed(world);
      const residentUpdate = { id: newId(), resident, expectedVersion: 1, phone: mobile() };
      const parts = [{ residentUpdate }, hazard(), hazard()];
      return { input: visitOf(world, household, { met: [resident], parts: parts as never }) };
    },
  },
  SubmitVisitWithRequest: {
    // Beside visit and plan: whoever is applied for is on file in the same read, the service and the id; then the application.
    ...{ trips: 3, reads: 3, writes: 13, as: 'GRID_WORKER', document: operations.SubmitVisitDocument },
    arrange: async (world) => {
      const { household, resident } = await listed(world);
      const application = onBehalf(world, await offeredIn(world), resident);
      const parts = [{ application: { ...application, materials: ORIGINALS, submitWhenComplete: true } }];
      return { input: visitOf(world, household, { parts }) };
    },
  },
  SubmitVisitWithHousehold: {
    // Three changes behind one door: three residents, each with what their household says of them, and the household once.
    ...{ trips: 3, reads: 4.5, writes: 44, as: 'GRID_WORKER', document: operations.SubmitVisitDocument },
    arrange: async (world) => {
      const { household, resident } = await listed(world);
      const people = [resident, await livingIn(world, household), await livingIn(world, household)];
      const parts = people.map((each) => ({
        residentUpdate: { id: newId(), resident: each, expectedVersion: 1, phone: mobile() },
      }));
      return { input: visitOf(world, household, { met: people, parts }) };
    },
  },
  SubmitVisitWithInspection: {
    // Premises and inspection are read beside the household; it is written with visit and plan (4 units instead of 2), where its
    // cases meanwhile read their grid; then two cases of failed items, each with a picture, beside a report and a change.
    ...{ trips: 3, reads: 4.5, writes: 48, as: 'GRID_WORKER', document: operations.SubmitVisitDocument },
    arrange: async (world) => {
      const { household, resident } = await listed(world);
      const inspection = inspectionInput(world, await restaurant(world), [
        'PURIFIER_RUNNING',
        'RIVER_COLOUR',
      ]);
      const residentUpdate = { id: newId(), resident, expectedVersion: 1, phone: mobile() };
      const parts = [{ inspection }, { residentUpdate }, hazard()];
      return { input: visitOf(world, household, { met: [resident], parts: parts as never }) };
    },
  },
  SetVisitTier: {
    ...{ trips: 2, reads: 1.5, writes: 3, as: 'GRID_WORKER', document: operations.SetVisitTierDocument },
    arrange: async (world) => ({
      input: { id: newId(), household: (await listed(world)).household, tier: 'KEY' },
    }),
  },
  VisitCoverage: {
    ...{ trips: 1, reads: 0.5, as: 'COMMUNITY_STAFF', document: operations.VisitCoverageDocument },
    arrange: async (world) => {
      await doors(world, 1);
      for (const grid of [world.grid, world.nextGrid]) await world.services.visitCounts.count(grid);
      return { area: world.community };
    },
  },
  VisitPolicy: { trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.VisitPolicyDocument },
  SetVisitPolicy: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'DISTRICT_STAFF', document: operations.SetVisitPolicyDocument },
    arrange: (world) => ({
      input: {
        ...{ id: newId(), district: world.district, expectedVersion: 0, closeDays: 7, keyDays: 30 },
        ...{ generalDays: 90, trustedDays: 180, vacantDays: 365, firstDays: 30, notHomeDays: 3 },
        refusedDays: 30,
      },
    }),
  },
};
