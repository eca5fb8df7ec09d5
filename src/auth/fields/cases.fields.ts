import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const CASES_FIELDS: ModuleFields = {
  CaseClock: { guard: 'case:read', fields: ['step', 'since', 'nearAt', 'dueAt', 'punctuality'] },
  CaseCategory: {
    guard: 'category:read',
    fields: [
      ...['code', 'version', 'name', 'group', 'kind', 'unit', 'urgency', 'handlingLimit'],
      ...['filingCondition', 'closingCondition'],
    ],
  },
  CaseCategoryGroup: { guard: 'category:read', fields: ['code', 'name', 'categories'] },
  Limit: { guard: 'category:read', fields: ['count', 'unit'] },
  // A resident's name is masked before it is stored.
  CasePerson: { guard: 'case:read', fields: ['id', 'name', 'role'] },
  Custodian: { guard: 'case:read', fields: ['level', 'code', 'name'] },
  CaseSummary: {
    guard: 'case:read',
    fields: [
      ...['id', 'state', 'category', 'urgency', 'summary', 'area', 'address'],
      ...['reporter', 'source', 'partOf', 'reportedAt', 'updatedAt', 'holder', 'clock'],
    ],
  },
  CaseSummaryConnection: { guard: 'case:read', fields: ['edges', 'pageInfo'] },
  CaseSummaryEdge: { guard: 'case:read', fields: ['node', 'cursor'] },
  Case: {
    guard: 'case:read',
    fields: [
      ...['id', 'version', 'state', 'category', 'urgency', 'text', 'area', 'areaNames', 'point', 'address'],
      ...['reporter', 'source', 'reference', 'reportedAt', 'updatedAt', 'holder', 'timeline', 'custody'],
      'solvedAtLevel',
      ...[
        'availableMoves',
        'availableActions',
        'historyIntact',
        'comments',
        'route',
        'evidence',
        'leadCase',
        'finding',
        'duplicates',
        'parts',
        'partOf',
        'origin',
        'legalHold',
        'clock',
      ],
    ],
  },
  // Also for whoever may see only the merged one.
  LeadCase: { guard: 'case:read', fields: ['id', 'state', 'updatedAt', 'outcome'] },
  CasePart: { guard: 'case:read', fields: ['id', 'department', 'text', 'endedAt', 'state', 'outcome'] },
  CaseComment: { guard: 'case:read', fields: ['id', 'text', 'internal', 'by', 'at'] },
  CaseAction: { guard: 'case:read', fields: ['move', 'name', 'needs', 'whyNot'] },
  TimelineEntry: {
    guard: 'case:read',
    fields: [
      'id',
      'kind',
      'at',
      'by',
      'text',
      'holder',
      'dueAt',
      'supervisor',
      'sender',
      'conditionMet',
      'until',
      'score',
      'link',
      'otherCase',
      'parts',
    ],
  },
  CustodyEntry: {
    guard: 'case:read',
    fields: ['holder', 'since', 'until', 'acceptedAt', 'dueAt', 'from', 'reason'],
  },
  CasePayload: { guard: 'case:read', fields: ['case', 'userErrors'] },
};
