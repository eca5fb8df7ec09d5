import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { approved, propose, secondCourtyard, splitInput } from '../adjustments';
import { home } from '../residents';
import { type World } from '../world';
import { type Budget } from './budget';

/** A plan that was proposed, of a grid with two courtyards and twenty households. */
async function proposed(world: World): Promise<string> {
  const other = await secondCourtyard(world);
  for (let homes = 0; homes < 20; homes += 1) await home(world, homes % 2 === 0 ? other : world.courtyard);
  return (await propose(world, splitInput(world, {}, [other]))).id;
}

/** A plan for a grid as large as the norm allows: five hundred households. */
async function proposedForMany(world: World): Promise<string> {
  const id = await proposed(world);
  const doors = Array.from({ length: 480 }, (_none, index) => ({
    home: {
      courtyard: index % 2 === 0 ? world.courtyard : `${world.grid}002`,
      ...{ door: `9-1-${String(index)}`, address: `一号院 9 栋 1 单元 ${String(index)} 号` },
    },
    people: [],
  }));
  await world.services.registryLoad.load(doors);
  return id;
}

const move = (adjustment: string) => ({ id: newId(), adjustment, expectedVersion: 1 });

/** Adjustments of grids. */
export const ADJUSTMENTS_BUDGETS: Readonly<Record<string, Budget>> = {
  AdjustmentPage: {
    ...{ trips: 1, reads: 0.5, as: 'COMMUNITY_STAFF', document: operations.AdjustmentPageDocument },
    arrange: async (world) => ({ id: await proposed(world) }),
  },
  Adjustments: {
    ...{ trips: 1, reads: 0.5, as: 'STREET_STAFF', document: operations.AdjustmentsDocument },
    arrange: async (world) => {
      await proposed(world);
      return { area: world.community };
    },
  },
  MyAdjustments: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.MyAdjustmentsDocument },
    arrange: async (world) => {
      await approved(world, splitInput(world));
      return {};
    },
  },
  PreviewAdjustment: {
    // The community and its boundaries; then of three grids and two courtyards households, cases and rosters.
    // Twenty households are a unit: a grid of the norm's five hundred is read whole, for each of its courtyards counts.
    ...{ trips: 2, reads: 30, as: 'COMMUNITY_STAFF', document: operations.PreviewAdjustmentDocument },
    arrange: async (world) => {
      await proposedForMany(world);
      const plan = splitInput(world, {}, [`${world.grid}002`]);
      const { community, effectiveOn, grids, ends, courtyards } = plan;
      return { input: { community, effectiveOn, grids, ends, courtyards } };
    },
  },
  AdjustmentForecast: {
    ...{ trips: 2, reads: 30, as: 'STREET_STAFF', document: operations.AdjustmentForecastDocument },
    arrange: async (world) => ({ id: await proposedForMany(world) }),
  },
  ProposeAdjustment: {
    // Whether it was proposed before, then the community; a transaction of the plan and three grids.
    ...{
      trips: 3,
      reads: 8,
      writes: 20,
      as: 'COMMUNITY_STAFF',
      document: operations.ProposeAdjustmentDocument,
    },
    arrange: (world) => ({ input: splitInput(world) }),
  },
  DecideAdjustment: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'STREET_STAFF', document: operations.DecideAdjustmentDocument },
    arrange: async (world) => ({ input: { ...move(await proposed(world)), decision: 'APPROVE' } }),
  },
  WithdrawAdjustment: {
    ...{
      trips: 2,
      reads: 1,
      writes: 20,
      as: 'COMMUNITY_STAFF',
      document: operations.WithdrawAdjustmentDocument,
    },
    arrange: async (world) => ({ input: { ...move(await proposed(world)), reason: '另行提出' } }),
  },
};
