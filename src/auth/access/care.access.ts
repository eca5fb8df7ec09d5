import { type ModuleAccess } from './module-access';

/** Care tags. Restricted kinds are shown only to who may set tags; the service decides. */
export const CARE_ACCESS: ModuleAccess = {
  Mutation: {
    readCareTags: 'care:read',
    setCareTag: 'care:write',
    reviewCareTag: 'care:write',
    endCareTag: 'care:write',
  },
};
