import { type ModuleFields } from './module-fields';

const FIGURES = ['planned', 'due', 'inspected', 'coverage', 'overdue', 'soon', 'never'];

/**
 * Who sees what of its types. Of what failed, a department sees what is routed to it by the rules of its district, and what it has to
 * do with; all others who see the premises, all.
 */
export const INSPECTIONS_FIELDS: ModuleFields = {
  Checklist: { guard: 'inspection:read-checklists', fields: ['code', 'version', 'name', 'kinds', 'items'] },
  ChecklistItem: {
    guard: 'inspection:read-checklists',
    fields: ['code', 'title', 'fails', 'evidence', 'category'],
  },
  Inspection: {
    guard: 'place:read',
    fields: [
      ...['id', 'premises', 'checklist', 'version', 'name', 'at', 'by', 'role'],
      ...['answers', 'findings'],
    ],
  },
  InspectionAnswer: { guard: 'place:read', fields: ['item', 'title', 'result', 'note'] },
  InspectionFinding: {
    guard: 'place:read',
    fields: [
      ...['inspection', 'foundAt', 'item', 'fails', 'note', 'category', 'caseId', 'state', 'repeated'],
      ...['holder', 'rectifyBy', 'rectifiedAt', 'decidedAt'],
    ],
  },
  InspectionConnection: { guard: 'place:read', fields: ['edges', 'pageInfo'] },
  InspectionEdge: { guard: 'place:read', fields: ['node', 'cursor'] },
  FindingCount: { guard: 'place:read', fields: ['category', 'count', 'repeated'] },
  InspectionCase: { guard: 'inspection:submit', fields: ['item', 'case', 'userErrors'] },
  SubmitInspectionPayload: { guard: 'inspection:submit', fields: ['inspection', 'cases', 'userErrors'] },
  DueInspection: {
    guard: 'inspection:read-due',
    fields: [
      ...['premises', 'area', 'name', 'kind', 'control', 'checklist', 'version', 'checklistName'],
      ...['dueOn', 'lastOn'],
    ],
  },
  DueInspectionConnection: { guard: 'inspection:read-due', fields: ['edges', 'pageInfo'] },
  DueInspectionEdge: { guard: 'inspection:read-due', fields: ['node', 'cursor'] },
  InspectionCoverage: {
    guard: 'inspection:read-coverage',
    fields: [...FIGURES, 'area', 'month', 'countedAt', 'parts', 'checklists'],
  },
  InspectionCoverageOfArea: { guard: 'inspection:read-coverage', fields: [...FIGURES, 'area'] },
  InspectionCoverageOfChecklist: {
    guard: 'inspection:read-coverage',
    fields: [...FIGURES, 'checklist', 'name'],
  },
  InspectionPolicy: {
    guard: 'inspection:read-policy',
    fields: ['district', 'version', 'firstDays', 'rules'],
  },
  InspectionPlanRule: {
    guard: 'inspection:read-policy',
    fields: ['checklist', 'kinds', 'controls', 'days'],
  },
  InspectionPolicyPayload: { guard: 'inspection:set-policy', fields: ['policy', 'userErrors'] },
  // Of findings each what the premises' file shows them; the case once they may read it.
  FindingAlert: {
    guard: 'inspection:watch',
    fields: [
      ...[
        'id',
        'number',
        'from',
        'state',
        'at',
        'inspection',
        'foundAt',
        'grid',
        'checklist',
        'checklistName',
      ],
      ...['item', 'title', 'fails', 'note', 'category', 'premises', 'name', 'kind', 'control', 'area'],
      ...['point', 'address', 'case'],
    ],
  },
  FindingAlertFeed: { guard: 'inspection:watch', fields: ['alerts', 'cursor', 'hasMore'] },
  CaseFinding: { guard: 'case:read', fields: ['inspection', 'premises', 'item'] },
};
