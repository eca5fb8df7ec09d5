import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const ROUTING_FIELDS: ModuleFields = {
  // Why a case is where it is may be known by whoever may see the case.
  CaseRoute: { guard: 'case:read', fields: ['routingSet', 'rule', 'why'] },
  RoutingRule: {
    guard: 'case:read',
    fields: ['number', 'category', 'area', 'time', 'level', 'lead', 'coHandlers', 'note'],
  },
  RoutingName: { guard: 'case:read', fields: ['code', 'name'] },
  RouteExplanation: {
    guard: 'routing:read',
    fields: ['area', 'at', 'holder', 'routingSet', 'rule', 'tried', 'why'],
  },
  TriedRule: { guard: 'routing:read', fields: ['outcome', 'rule', 'why'] },
  RoutingPerson: { guard: 'routing:read', fields: ['id', 'name', 'role'] },
  RoutingSet: {
    guard: 'routing:read',
    fields: [
      ...['id', 'district', 'from', 'state', 'reason', 'rules', 'proposedBy', 'proposedAt'],
      ...['decidedBy', 'decidedAt', 'decisionReason'],
    ],
  },
  RoutingSetSummary: {
    guard: 'routing:read',
    fields: ['id', 'district', 'from', 'state', 'reason', 'proposedBy', 'proposedAt'],
  },
  RoutingSetSummaryConnection: { guard: 'routing:read', fields: ['edges', 'pageInfo'] },
  RoutingSetSummaryEdge: { guard: 'routing:read', fields: ['node', 'cursor'] },
  RoutingSetPayload: { guard: 'routing:read', fields: ['routingSet', 'userErrors'] },
};
