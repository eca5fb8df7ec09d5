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
    guard: 'request:correct',
    fields: [
      ...['id', 'resident', 'maskedName', 'kind', 'fields', 'state', 'submittedAt', 'deadline'],
      ...['told', 'verdict', 'application', 'register'],
    ],
  },
  DataRequestTold: {
    guard: 'request:correct',
    fields: ['text', 'name', 'sex', 'birthDate', 'maskedPhone', 'maskedIdentityNumber'],
  },
  DataRequestValues: {
    guard: 'request:correct',
    fields: ['name', 'sex', 'birthDate', 'maskedPhone', 'maskedIdentityNumber'],
  },
  DataRequestRegister: { guard: 'request:correct', fields: ['version', 'was', 'now', 'changed'] },
  DataRequestVerdict: { guard: 'request:correct', fields: ['at', 'reason', 'by'] },
  DataRequestConnection: { guard: 'request:correct', fields: ['edges', 'pageInfo'] },
  DataRequestEdge: { guard: 'request:correct', fields: ['node', 'cursor'] },
  DataRequestPayload: { guard: 'request:make', fields: ['request', 'userErrors'] },
  ExportMyFilePayload: { guard: 'file:read-own', fields: ['file', 'userErrors'] },
};
