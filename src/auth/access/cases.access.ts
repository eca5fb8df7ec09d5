import { type ModuleAccess } from './module-access';

/** Cases and their moves. */
export const CASES_ACCESS: ModuleAccess = {
  Query: {
    caseCategories: 'category:read',
    caseCategoryGroups: 'category:read',
    case: 'case:read',
    inbox: 'case:list-held',
    reportedCases: 'case:list-reported',
  },
  recordless: ['caseCategories', 'caseCategoryGroups'],
  Mutation: {
    reportCase: 'case:report',
    addCaseEvidence: 'evidence:add',
    // Only whoever opened the slot.
    openUpload: 'evidence:add',
    completeUpload: 'evidence:add',
    verifyEvidence: 'case:read',
    setLegalHold: 'evidence:hold',
    moveCase: 'case:move',
    commentOnCase: 'case:comment',
    solveCase: 'case:solve',
    escalateCase: 'case:escalate',
    dispatchCase: 'case:dispatch',
    acceptCase: 'case:accept',
    returnCase: 'case:return',
    reportBackCase: 'case:report-back',
    inspectCase: 'case:inspect',
    closeCase: 'case:close',
    sendBackCase: 'case:send-back',
  },
};
