import { type ModuleAccess } from './module-access';

/** Cases and their moves. */
export const CASES_ACCESS: ModuleAccess = {
  Query: {
    caseCategories: 'category:read',
    case: 'case:read',
    inbox: 'case:list-held',
    reportedCases: 'case:list-reported',
  },
  recordless: ['caseCategories'],
  Mutation: {
    reportCase: 'case:report',
    addCaseEvidence: 'evidence:add',
    // Only whoever opened the slot.
    openUpload: 'evidence:add',
    completeUpload: 'evidence:add',
    verifyEvidence: 'case:read',
    setLegalHold: 'evidence:hold',
    solveCase: 'case:solve',
    escalateCase: 'case:escalate',
    dispatchCase: 'case:dispatch',
    acceptCase: 'case:accept',
    returnCase: 'case:return',
    reportBackCase: 'case:report-back',
    closeCase: 'case:close',
    sendBackCase: 'case:send-back',
  },
  Subscription: { caseMoved: 'case:watch' },
  types: {
    CaseCategory: { guard: 'category:read', fields: ['code', 'name'] },
    // A resident's name is masked before it is stored.
    CasePerson: { guard: 'case:read', fields: ['id', 'name', 'role'] },
    Custodian: { guard: 'case:read', fields: ['level', 'code', 'name'] },
    CaseSummary: {
      guard: 'case:read',
      fields: [
        ...['id', 'state', 'category', 'urgency', 'summary', 'area', 'address'],
        ...['reporter', 'reportedAt', 'updatedAt', 'holder'],
      ],
    },
    CaseSummaryConnection: { guard: 'case:read', fields: ['edges', 'pageInfo'] },
    CaseSummaryEdge: { guard: 'case:read', fields: ['node', 'cursor'] },
    Case: {
      guard: 'case:read',
      fields: [
        ...['id', 'version', 'state', 'category', 'urgency', 'text', 'area', 'areaNames', 'point', 'address'],
        ...['reporter', 'reportedAt', 'updatedAt', 'holder', 'timeline', 'custody', 'solvedAtLevel'],
        ...['availableMoves', 'evidence', 'origin', 'legalHold'],
      ],
    },
    TimelineEntry: { guard: 'case:read', fields: ['id', 'kind', 'at', 'by', 'text', 'holder'] },
    CustodyEntry: {
      guard: 'case:read',
      fields: ['holder', 'since', 'until', 'acceptedAt', 'from', 'reason'],
    },
    CasePayload: { guard: 'case:read', fields: ['case', 'userErrors'] },
  },
};
