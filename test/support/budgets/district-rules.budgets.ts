import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { approvedRules, proposeRules, rulesInput } from '../district-rules';
import { type World } from '../world';
import { type Budget } from './budget';

const proposed = async (world: World) =>
  (await proposeRules(world, world.actor('DISTRICT_STAFF'))).districtRules?.id ?? '';

/** A district's own rules. */
export const DISTRICT_RULES_BUDGETS: Readonly<Record<string, Budget>> = {
  DistrictCategories: {
    // What holds in the district; then nothing for a minute.
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.DistrictCategoriesDocument },
    arrange: async (world) => {
      await approvedRules(world);
      world.clock.advance(24 * 3_600_000);
      return { area: world.district };
    },
  },
  DistrictRules: {
    // Which set holds, then that set with who decided it.
    ...{ trips: 2, reads: 1, as: 'DISTRICT_STAFF', document: operations.DistrictRulesDocument },
    arrange: async (world) => {
      await approvedRules(world);
      world.clock.advance(24 * 3_600_000);
      return {};
    },
  },
  DistrictRulesSet: {
    ...{ trips: 1, reads: 0.5, as: 'DISTRICT_STAFF', document: operations.DistrictRulesSetDocument },
    arrange: async (world) => ({ id: await proposed(world) }),
  },
  DistrictRulesProposals: {
    ...{ trips: 1, reads: 0.5, as: 'DISTRICT_STAFF', document: operations.DistrictRulesProposalsDocument },
    arrange: async (world) => {
      await approvedRules(world);
      return {};
    },
  },
  ProposeDistrictRules: {
    // Whether it was proposed before; the set, and its row in the district's list.
    ...{
      trips: 2,
      reads: 1,
      writes: 3,
      as: 'DISTRICT_STAFF',
      document: operations.ProposeDistrictRulesDocument,
    },
    arrange: (world) => ({ input: rulesInput(world) }),
  },
  DecideDistrictRules: {
    // The set; a transaction of the set and the day it holds from.
    ...{
      trips: 2,
      reads: 1,
      writes: 10,
      as: 'DISTRICT_STAFF',
      document: operations.DecideDistrictRulesDocument,
    },
    arrange: async (world) => ({
      input: { id: newId(), districtRules: await proposed(world), decision: 'APPROVE' },
    }),
  },
  WithdrawDistrictRules: {
    ...{
      trips: 2,
      reads: 1,
      writes: 4,
      as: 'DISTRICT_STAFF',
      document: operations.WithdrawDistrictRulesDocument,
    },
    arrange: async (world, caller) => {
      const { districtRules } = await proposeRules(world, caller);
      return { input: { id: newId(), districtRules: districtRules?.id ?? '', reason: '另行提出' } };
    },
  },
};
