import { type ModuleAccess } from './module-access';

/** Rules of routing: staff read and ask, the district proposes and decides. */
export const ROUTING_ACCESS: ModuleAccess = {
  Query: {
    explainRouting: 'routing:read',
    routingRules: 'routing:read',
    routingSet: 'routing:read',
    routingProposals: 'routing:read',
  },
  Mutation: {
    proposeRouting: 'routing:propose',
    decideRouting: 'routing:decide',
    withdrawRouting: 'routing:propose',
  },
};
