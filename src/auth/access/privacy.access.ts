import { type ModuleAccess } from './module-access';

/** Who looks at residents' data, and what residents see of it. */
export const PRIVACY_ACCESS: ModuleAccess = {
  Query: { myFile: 'file:read-own', whoLooked: 'file:read-own' },
  Mutation: {
    revealResident: 'resident:reveal',
    lookUpResident: 'resident:look-up',
    exportMyFile: 'file:read-own',
  },
  types: {
    RevealedNumbers: { guard: 'resident:reveal', fields: ['resident', 'identityNumber', 'phone'] },
    RevealPayload: { guard: 'resident:reveal', fields: ['revealed', 'userErrors'] },
    FoundResident: {
      guard: 'resident:look-up',
      fields: [
        ...['name', 'sex', 'birthDate', 'kind', 'maskedIdentityNumber', 'maskedPhone'],
        ...['id', 'state', 'courtyard', 'address'],
      ],
    },
    LookUpPayload: { guard: 'resident:look-up', fields: ['residents', 'userErrors'] },
    AccessRecord: {
      guard: 'file:read-own',
      fields: ['id', 'kind', 'purpose', 'reason', 'fields', 'at', 'by'],
    },
    AccessRecordPerson: { guard: 'file:read-own', fields: ['name', 'role', 'area'] },
    AccessRecordConnection: { guard: 'file:read-own', fields: ['edges', 'pageInfo'] },
    AccessRecordEdge: { guard: 'file:read-own', fields: ['node', 'cursor'] },
    ExportMyFilePayload: { guard: 'file:read-own', fields: ['file', 'userErrors'] },
  },
};
