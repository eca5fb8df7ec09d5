import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const PRIVACY_FIELDS: ModuleFields = {
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
  // Seen by whoever asked, too.
  DataRequest: {
    guard: 'request:decide',
    fields: [
      ...['id', 'resident', 'maskedName', 'kind', 'fields', 'state', 'submittedAt', 'deadline'],
      ...['told', 'verdict'],
    ],
  },
  DataRequestTold: {
    guard: 'request:decide',
    fields: ['text', 'name', 'sex', 'birthDate', 'maskedPhone', 'maskedIdentityNumber'],
  },
  DataRequestVerdict: { guard: 'request:decide', fields: ['at', 'reason', 'by'] },
  DataRequestConnection: { guard: 'request:decide', fields: ['edges', 'pageInfo'] },
  DataRequestEdge: { guard: 'request:decide', fields: ['node', 'cursor'] },
  DataRequestPayload: { guard: 'request:make', fields: ['request', 'userErrors'] },
  ExportMyFilePayload: { guard: 'file:read-own', fields: ['file', 'userErrors'] },
};
