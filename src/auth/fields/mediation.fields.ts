import { type ModuleFields } from './module-fields';

/**
 * Who sees what of its types. Names in full and all texts: who may record on it, or mediated. What was agreed and their own
 * name: a party. All others who may read it: masked names, and no free text.
 */
export const MEDIATION_FIELDS: ModuleFields = {
  Mediation: {
    guard: 'mediation:read',
    fields: ['caseId', 'version', 'masked', 'parties', 'sessions', 'agreement'],
  },
  MediationParty: { guard: 'mediation:read', fields: ['name', 'role', 'resident'] },
  MediationSession: {
    guard: 'mediation:read',
    fields: ['id', 'on', 'place', 'outcome', 'note', 'agreement', 'by', 'at'],
  },
  MediationAgreement: { guard: 'mediation:read', fields: ['text', 'keptBy', 'followUps', 'holding'] },
  MediationFollowUp: { guard: 'mediation:read', fields: ['on', 'outcome', 'note', 'by', 'at'] },
  MediationPayload: { guard: 'mediation:record', fields: ['mediation', 'case', 'userErrors'] },
  DueMediationFollowUp: {
    guard: 'mediation:list-due',
    fields: ['caseId', 'on', 'area', 'category', 'maskedParties'],
  },
  DueMediationFollowUpConnection: { guard: 'mediation:list-due', fields: ['edges', 'pageInfo'] },
  DueMediationFollowUpEdge: { guard: 'mediation:list-due', fields: ['node', 'cursor'] },
};
