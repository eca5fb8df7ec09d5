import { type ModuleFields } from './module-fields';

const DUE = [
  ...['household', 'courtyard', 'door', 'address', 'maskedHeadName', 'memberCount'],
  ...['tier', 'dueOn', 'seenOn', 'last'],
];
const SUMMARY = ['id', 'at', 'outcome', 'by', 'note'];
const FIGURES = [
  ...['households', 'due', 'visited', 'coverage', 'overdue', 'soon', 'neverSeen'],
  ...['seen30', 'seen90', 'seen180', 'seenBefore', 'meanAgeDays'],
];
const POLICY = [
  ...['closeDays', 'keyDays', 'generalDays', 'trustedDays', 'vacantDays'],
  ...['firstDays', 'notHomeDays', 'refusedDays', 'district', 'version'],
];

/** Who sees what of its types. */
export const VISITS_FIELDS: ModuleFields = {
  Visit: {
    guard: 'visit:read',
    fields: [
      ...SUMMARY,
      ...['household', 'courtyard', 'address', 'recordedAt', 'met', 'point', 'nextOn', 'parts', 'evidence'],
    ],
  },
  VisitPartRef: { guard: 'visit:read', fields: ['kind', 'id'] },
  VisitPerson: { guard: 'visit:read', fields: ['name'] },
  VisitSummary: { guard: 'visit:read', fields: SUMMARY },
  VisitSummaryConnection: { guard: 'visit:read', fields: ['edges', 'pageInfo'] },
  VisitSummaryEdge: { guard: 'visit:read', fields: ['node', 'cursor'] },
  DueVisit: { guard: 'visit:read', fields: DUE },
  DueVisitConnection: { guard: 'visit:read', fields: ['edges', 'pageInfo'] },
  DueVisitEdge: { guard: 'visit:read', fields: ['node', 'cursor'] },
  LastVisit: { guard: 'visit:read', fields: ['on', 'outcome'] },
  VisitCoverage: {
    guard: 'visit:read-coverage',
    fields: [...FIGURES, 'area', 'month', 'countedAt', 'parts', 'workers'],
  },
  VisitCoverageOfArea: { guard: 'visit:read-coverage', fields: [...FIGURES, 'area'] },
  VisitCoverageOfWorker: { guard: 'visit:read-coverage', fields: [...FIGURES, 'person', 'name'] },
  VisitPolicy: { guard: 'visit:read-policy', fields: POLICY },
  SubmitVisitPayload: { guard: 'visit:submit', fields: ['visit', 'next', 'parts', 'userErrors'] },
  VisitPartAnswer: {
    guard: 'visit:submit',
    fields: [
      ...['kind', 'id', 'status', 'case', 'resident', 'entry', 'application', 'inspection', 'findings'],
      ...['conflict', 'userErrors'],
    ],
  },
  VisitTierPayload: { guard: 'visit:set-tier', fields: ['plan', 'userErrors'] },
  VisitPolicyPayload: { guard: 'visit:set-policy', fields: ['policy', 'userErrors'] },
};
