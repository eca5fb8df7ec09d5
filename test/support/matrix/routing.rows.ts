import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { propose, routingInput } from '../routing';
import { type World } from '../world';
import { type MatrixRow } from './row';

const byAnother = async (world: World) => {
  const { routingSet } = await propose(world, world.actor('DISTRICT_STAFF'));
  return routingSet?.id ?? '';
};

/** Routing. */
export const ROUTING_ROWS: readonly MatrixRow[] = [
  {
    field: 'explainRouting',
    document: operations.ExplainRoutingDocument,
    variables: ({ point }) => ({ category: 'OTHER', point: { ...point, datum: 'WGS84' } }),
  },
  {
    field: 'routingRules',
    document: operations.RoutingRulesDocument,
    variables: ({ district }) => ({ district }),
  },
  {
    field: 'routingProposals',
    document: operations.RoutingProposalsDocument,
    variables: ({ district }) => ({ district }),
  },
  {
    field: 'routingSet',
    document: operations.RoutingSetDocument,
    arrange: byAnother,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'proposeRouting',
    document: operations.ProposeRoutingDocument,
    variables: (world) => ({ input: routingInput(world) }),
  },
  {
    field: 'decideRouting',
    document: operations.DecideRoutingDocument,
    arrange: byAnother,
    variables: (_world, routingSet) => ({ input: { id: newId(), routingSet, decision: 'APPROVE' } }),
  },
  {
    field: 'withdrawRouting',
    document: operations.WithdrawRoutingDocument,
    arrange: async (world, { id, name }) => {
      const proposer = { ...world.actor('DISTRICT_STAFF'), id, name };
      return (await propose(world, proposer)).routingSet?.id ?? '';
    },
    variables: (_world, routingSet) => ({ input: { id: newId(), routingSet, reason: '另行提出' } }),
  },
];
