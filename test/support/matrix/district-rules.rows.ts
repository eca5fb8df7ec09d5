import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { proposeRules, rulesInput } from '../district-rules';
import { type World } from '../world';
import { type MatrixRow } from './row';

const byAnother = async (world: World) => {
  const { districtRules } = await proposeRules(world, world.actor('DISTRICT_STAFF'));
  return districtRules?.id ?? '';
};

/** A district's own rules. */
export const DISTRICT_RULES_ROWS: readonly MatrixRow[] = [
  {
    field: 'districtRules',
    document: operations.DistrictRulesDocument,
    variables: ({ district }) => ({ district }),
  },
  {
    field: 'districtRulesProposals',
    document: operations.DistrictRulesProposalsDocument,
    variables: ({ district }) => ({ district }),
  },
  {
    field: 'districtRulesSet',
    document: operations.DistrictRulesSetDocument,
    arrange: byAnother,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'proposeDistrictRules',
    document: operations.ProposeDistrictRulesDocument,
    variables: (world) => ({ input: rulesInput(world) }),
  },
  {
    field: 'decideDistrictRules',
    document: operations.DecideDistrictRulesDocument,
    arrange: byAnother,
    variables: (_world, districtRules) => ({ input: { id: newId(), districtRules, decision: 'APPROVE' } }),
  },
  {
    field: 'withdrawDistrictRules',
    document: operations.WithdrawDistrictRulesDocument,
    arrange: async (world, { id, name }) => {
      const proposer = { ...world.actor('DISTRICT_STAFF'), id, name };
      return (await proposeRules(world, proposer)).districtRules?.id ?? '';
    },
    variables: (_world, districtRules) => ({ input: { id: newId(), districtRules, reason: '另行提出' } }),
  },
];
