import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { reportCase } from '../cases';
import { approvedRouting, propose, routedWorld, routingInput } from '../routing';
import { type World } from '../world';
import { type Budget } from './budget';

const proposed = async (world: World) =>
  (await propose(world, world.actor('DISTRICT_STAFF'))).routingSet?.id ?? '';

/** Routing. */
export const ROUTING_BUDGETS: Readonly<Record<string, Budget>> = {
  ExplainRouting: {
    // The place, then what holds in its district.
    ...{ trips: 2, reads: 1, as: 'COMMUNITY_STAFF', document: operations.ExplainRoutingDocument },
    arrange: async (world) => {
      await routedWorld(world);
      return { category: 'SECURITY_DANGEROUS_GOODS', point: { ...world.point, datum: 'WGS84' } };
    },
  },
  CaseRoute: {
    // The case, then the set it went by.
    ...{ trips: 2, reads: 1, as: 'STREET_STAFF', document: operations.CaseRouteDocument },
    arrange: async (world) => {
      await routedWorld(world);
      return { id: (await reportCase(world, world.actor('GRID_WORKER'))).id };
    },
  },
  RoutingRules: {
    // Which set holds, then that set with who decided it.
    ...{ trips: 2, reads: 1, as: 'DISTRICT_STAFF', document: operations.RoutingRulesDocument },
    arrange: async (world) => {
      await routedWorld(world);
      return {};
    },
  },
  RoutingSet: {
    ...{ trips: 1, reads: 0.5, as: 'DISTRICT_STAFF', document: operations.RoutingSetDocument },
    arrange: async (world) => ({ id: await proposed(world) }),
  },
  RoutingProposals: {
    ...{ trips: 1, reads: 0.5, as: 'DISTRICT_STAFF', document: operations.RoutingProposalsDocument },
    arrange: async (world) => {
      await approvedRouting(world);
      return {};
    },
  },
  ProposeRouting: {
    // Whether it was proposed before; areas and departments; the set, and its row in the district's list.
    ...{ trips: 3, reads: 2, writes: 3, as: 'DISTRICT_STAFF', document: operations.ProposeRoutingDocument },
    arrange: (world) => ({ input: routingInput(world) }),
  },
  DecideRouting: {
    // The set; areas and departments as they are now; a transaction of the set and the day it holds from.
    ...{ trips: 3, reads: 2, writes: 10, as: 'DISTRICT_STAFF', document: operations.DecideRoutingDocument },
    arrange: async (world) => ({
      input: { id: newId(), routingSet: await proposed(world), decision: 'APPROVE' },
    }),
  },
  WithdrawRouting: {
    ...{ trips: 2, reads: 1, writes: 4, as: 'DISTRICT_STAFF', document: operations.WithdrawRoutingDocument },
    arrange: async (world, caller) => {
      const { routingSet } = await propose(world, caller);
      return { input: { id: newId(), routingSet: routingSet?.id ?? '', reason: '另行提出' } };
    },
  },
};
