import { type ModuleFields } from './module-fields';

const SUMMARY = [
  ...['id', 'service', 'serviceName', 'maskedName', 'area', 'state', 'delivery', 'openedAt', 'dueAt'],
  ...['limitState', 'step'],
] as const;

/** Who sees what of its types. Whoever only brings the result sees no answers, materials or texts: the service decides. */
export const APPLICATIONS_FIELDS: ModuleFields = {
  ApplicationSummary: { guard: 'application:read', fields: SUMMARY },
  ApplicationForm: {
    guard: 'application:read',
    fields: ['name', 'sheet', 'version', 'fill', 'state', 'filledAt', 'answers'],
  },
  Application: {
    guard: 'application:read',
    fields: [
      ...SUMMARY,
      ...['version', 'channel', 'contact', 'consent', 'applicant', 'answers', 'materials', 'forms'],
      'missing',
      ...['corrections', 'result', 'availableMoves', 'steps', 'history', 'origin'],
    ],
  },
  ApplicationCurrentStep: {
    guard: 'application:read',
    fields: ['name', 'by', 'department', 'dueAt', 'limitState'],
  },
  ApplicationStep: {
    guard: 'application:read',
    fields: [
      ...[
        'name',
        'by',
        'department',
        'workingDays',
        'state',
        'beganAt',
        'endedAt',
        'endedBy',
        'text',
        'dueAt',
      ],
      'limitState',
    ],
  },
  ApplicationConsent: { guard: 'application:read', fields: ['way', 'at', 'to'] },
  ApplicationApplicant: { guard: 'application:read', fields: ['resident', 'name', 'known'] },
  ApplicationFact: { guard: 'application:read', fields: ['fact', 'value'] },
  ApplicationAnswer: { guard: 'application:read', fields: ['code', 'label', 'value'] },
  ApplicationCorrection: {
    guard: 'application:read',
    fields: ['id', 'fields', 'state', 'submittedAt', 'deadline', 'verdict'],
  },
  ApplicationMaterial: {
    guard: 'application:read',
    fields: ['code', 'name', 'isRequired', 'isAsked', 'files', 'seenBy', 'seenAt'],
  },
  ApplicationHistoryEntry: {
    guard: 'application:read',
    fields: ['move', 'to', 'at', 'by', 'text', 'materials', 'score'],
  },
  ApplicationPayload: { guard: 'application:read', fields: ['application', 'userErrors'] },
  ApplicationConnection: { guard: 'application:read', fields: ['edges', 'pageInfo'] },
  ApplicationEdge: { guard: 'application:read', fields: ['node', 'cursor'] },
};
