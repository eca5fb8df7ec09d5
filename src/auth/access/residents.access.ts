import { type ModuleAccess } from './module-access';

/** Households and who lives in them. */
export const RESIDENTS_ACCESS: ModuleAccess = {
  Query: { households: 'household:read', household: 'household:read', resident: 'resident:read' },
  Mutation: {
    registerHousehold: 'household:write',
    registerResident: 'resident:write',
    updateResident: 'resident:write',
    moveResident: 'resident:write',
    endResidence: 'resident:write',
  },
};
