import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const DISTRICT_RULES_FIELDS: ModuleFields = {
  DistrictRules: {
    guard: 'district-rules:read',
    fields: [
      ...['id', 'district', 'from', 'to', 'state', 'reason', 'hours', 'free', 'worked', 'categories'],
      ...['proposedBy', 'proposedAt', 'decidedBy', 'decidedAt', 'decisionReason'],
    ],
  },
  OfficeSpan: { guard: 'district-rules:read', fields: ['from', 'to'] },
  OwnCategory: {
    guard: 'district-rules:read',
    fields: ['code', 'isOffered', 'urgency', 'limits', 'name', 'filing', 'closing'],
  },
  OwnText: { guard: 'district-rules:read', fields: ['zh', 'en'] },
  StepLimit: { guard: 'district-rules:read', fields: ['step', 'limit'] },
  DistrictRulesSummary: {
    guard: 'district-rules:read',
    fields: ['id', 'district', 'from', 'state', 'reason', 'proposedBy', 'proposedAt'],
  },
  DistrictRulesSummaryConnection: { guard: 'district-rules:read', fields: ['edges', 'pageInfo'] },
  DistrictRulesSummaryEdge: { guard: 'district-rules:read', fields: ['node', 'cursor'] },
  DistrictRulesPayload: { guard: 'district-rules:read', fields: ['districtRules', 'userErrors'] },
};
