import { type ModuleFields } from './module-fields';

const CONFLICT = ['id', 'kind', 'record', 'by', 'keptAt', 'state'];

/** Who sees what of its types. */
export const FIELD_WORK_FIELDS: ModuleFields = {
  FieldBatchPayload: { guard: 'field:submit', fields: ['answers', 'userErrors'] },
  FieldItemAnswer: {
    guard: 'field:submit',
    fields: [
      ...['id', 'kind', 'status', 'record', 'version', 'visit', 'next', 'parts', 'case', 'household'],
      ...[
        'application',
        'resident',
        'entry',
        'plan',
        'round',
        'fill',
        'inspection',
        'findings',
        'mediation',
        'conflict',
        'userErrors',
      ],
    ],
  },
  // Whoever sent it, and who looks after its community.
  FieldConflict: { guard: 'field:submit', fields: [...CONFLICT, 'sides'] },
  FieldConflictSummary: { guard: 'field:submit', fields: CONFLICT },
  FieldConflictSummaryConnection: { guard: 'field:submit', fields: ['edges', 'pageInfo'] },
  FieldConflictSummaryEdge: { guard: 'field:submit', fields: ['node', 'cursor'] },
  FieldConflictPerson: { guard: 'field:submit', fields: ['name'] },
  FieldConflictSides: { guard: 'field:submit', fields: ['sent', 'version', 'differences'] },
  FieldDifference: { guard: 'field:submit', fields: ['field', 'sent', 'standing'] },
  ResolveConflictPayload: { guard: 'field:submit', fields: ['conflict', 'userErrors'] },
};
