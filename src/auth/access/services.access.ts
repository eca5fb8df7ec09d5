import { type ModuleAccess } from './module-access';

/** One-stop services. */
export const SERVICES_ACCESS: ModuleAccess = {
  Query: { serviceItems: 'service:read', serviceItem: 'service:read' },
  Mutation: { publishServiceItem: 'service:publish' },
};
