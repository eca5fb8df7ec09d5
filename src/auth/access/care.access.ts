import { type ModuleAccess } from './module-access';

/** Care tags. Restricted kinds are shown only to who may set tags; the service decides. */
export const CARE_ACCESS: ModuleAccess = {
  Mutation: {
    readCareTags: 'care:read',
    setCareTag: 'care:write',
    reviewCareTag: 'care:write',
    endCareTag: 'care:write',
  },
  types: {
    CareTag: {
      guard: 'care:read',
      fields: [
        ...['id', 'kind', 'visits', 'purpose', 'reason', 'setAt', 'setBy'],
        ...['reviewOn', 'expiresOn', 'endedOn'],
      ],
    },
    CareTagPerson: { guard: 'care:read', fields: ['name'] },
    ReadCareTagsPayload: { guard: 'care:read', fields: ['tags', 'userErrors'] },
    CareTagPayload: { guard: 'care:write', fields: ['tag', 'userErrors'] },
  },
};
