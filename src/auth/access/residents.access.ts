import { type ModuleAccess } from './module-access';

/** Households and who lives in them. */
export const RESIDENTS_ACCESS: ModuleAccess = {
  Query: { households: 'household:read' },
  types: {
    Household: { guard: 'household:read', fields: ['id', 'courtyard', 'door', 'address', 'memberCount'] },
    HouseholdConnection: { guard: 'household:read', fields: ['edges', 'pageInfo'] },
    HouseholdEdge: { guard: 'household:read', fields: ['node', 'cursor'] },
  },
};
