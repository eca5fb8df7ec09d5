import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const CARE_FIELDS: ModuleFields = {
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
};
