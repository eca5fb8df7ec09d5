import { type Action } from './permissions';

/** What each operation needs. An operation that is not here is refused, and fails the house test. */
export const OPERATION_ACCESS: Readonly<
  Record<'Query' | 'Mutation' | 'Subscription', Readonly<Record<string, Action>>>
> = {
  Query: {
    me: 'self:read',
    node: 'self:read',
    area: 'area:read',
    gridAt: 'area:read',
    departments: 'department:read',
    households: 'household:read',
    caseCategories: 'category:read',
    case: 'case:read',
    inbox: 'case:list-held',
    reportedCases: 'case:list-reported',
  },
  Mutation: {
    reportCase: 'case:report',
    addCaseEvidence: 'evidence:add',
    solveCase: 'case:solve',
    escalateCase: 'case:escalate',
    dispatchCase: 'case:dispatch',
    acceptCase: 'case:accept',
    returnCase: 'case:return',
    reportBackCase: 'case:report-back',
    closeCase: 'case:close',
    sendBackCase: 'case:send-back',
  },
  Subscription: {
    caseMoved: 'case:watch',
  },
};

/**
 * Which fields of each type are seen by whoever may see the object, and by which action the object is guarded. A field
 * that is not here fails the house test, so that nobody adds one without thinking who will see it. Fields that not
 * everyone sees say in a comment who does; their services decide.
 */
export const FIELD_ACCESS: Readonly<
  Record<string, { readonly guard: Action; readonly fields: readonly string[] }>
> = {
  Self: { guard: 'self:read', fields: ['id', 'name', 'appointments'] },
  Appointment: { guard: 'self:read', fields: ['role', 'area', 'department'] },
  Area: { guard: 'area:read', fields: ['id', 'code', 'level', 'name', 'ancestors', 'children'] },
  Department: { guard: 'department:read', fields: ['code', 'name', 'area'] },
  Household: { guard: 'household:read', fields: ['id', 'courtyard', 'door', 'address', 'memberCount'] },
  HouseholdConnection: { guard: 'household:read', fields: ['edges', 'pageInfo'] },
  HouseholdEdge: { guard: 'household:read', fields: ['node', 'cursor'] },
  PageInfo: { guard: 'self:read', fields: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'] },
  GeoPoint: { guard: 'self:read', fields: ['latitude', 'longitude'] },
  UserError: { guard: 'self:read', fields: ['code', 'message', 'path'] },
  CaseCategory: { guard: 'category:read', fields: ['code', 'name'] },
  // A resident's name is masked before it is stored.
  CasePerson: { guard: 'case:read', fields: ['id', 'name', 'role'] },
  Custodian: { guard: 'case:read', fields: ['level', 'code', 'name'] },
  CaseSummary: {
    guard: 'case:read',
    fields: [
      ...[
        'id',
        'state',
        'category',
        'urgency',
        'summary',
        'area',
        'address',
        'reporter',
        'reportedAt',
        'updatedAt',
      ],
      'holder',
    ],
  },
  CaseSummaryConnection: { guard: 'case:read', fields: ['edges', 'pageInfo'] },
  CaseSummaryEdge: { guard: 'case:read', fields: ['node', 'cursor'] },
  Case: {
    guard: 'case:read',
    fields: [
      ...['id', 'version', 'state', 'category', 'urgency', 'text', 'area', 'areaNames', 'point', 'address'],
      ...[
        'reporter',
        'reportedAt',
        'updatedAt',
        'holder',
        'timeline',
        'custody',
        'solvedAtLevel',
        'availableMoves',
      ],
      'evidence',
    ],
  },
  TimelineEntry: { guard: 'case:read', fields: ['id', 'kind', 'at', 'by', 'text', 'holder'] },
  CustodyEntry: { guard: 'case:read', fields: ['holder', 'since', 'until', 'acceptedAt', 'from', 'reason'] },
  CasePayload: { guard: 'case:read', fields: ['case', 'userErrors'] },
  // `upload`: whoever opened the slot. `originalUrl`: `evidence:read-original`, and whoever opened the slot.
  Evidence: {
    guard: 'case:read',
    fields: [
      ...[
        'id',
        'role',
        'kind',
        'contentType',
        'size',
        'sha256',
        'openedAt',
        'status',
        'rejection',
        'checkedAt',
      ],
      ...['takenAt', 'takenPlace', 'width', 'height', 'upload', 'thumbnailUrl', 'originalUrl'],
    ],
  },
  UploadTicket: { guard: 'evidence:add', fields: ['url', 'fields', 'expiresAt'] },
  UploadField: { guard: 'evidence:add', fields: ['name', 'value'] },
};
