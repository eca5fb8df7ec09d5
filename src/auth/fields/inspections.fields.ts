import { type ModuleFields } from './module-fields';

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
  CaseFinding: { guard: 'case:read', fields: ['inspection', 'premises', 'item'] },
};
