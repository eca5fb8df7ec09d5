import { type ModuleFields } from './module-fields';

const FACTS = [
  'id',
  'version',
  'key',
  'title',
  'subject',
  'filledBy',
  'review',
  'area',
  'state',
  'publication',
];
const FILL_FACTS = [
  ...['id', 'sheet', 'version', 'kind', 'subject', 'of', 'area', 'state', 'filledAt', 'filledByName'],
];

/** Who sees what of its types. */
export const SHEETS_FIELDS: ModuleFields = {
  SheetText: { guard: 'sheet:read', fields: ['zh', 'en'] },
  SheetChoice: { guard: 'sheet:read', fields: ['value', 'label'] },
  SheetCondition: { guard: 'sheet:read', fields: ['field', 'equals'] },
  SheetField: {
    guard: 'sheet:read',
    fields: [
      ...['id', 'label', 'hint', 'type', 'required', 'shownWhen', 'requiredWhen', 'choices'],
      ...['min', 'max', 'whole', 'minLength', 'maxLength', 'pattern', 'notInFuture', 'updates'],
    ],
  },
  SheetPublication: { guard: 'sheet:read', fields: ['areas', 'from', 'until'] },
  SheetSummary: { guard: 'sheet:read', fields: FACTS },
  SheetSummaryConnection: { guard: 'sheet:read', fields: ['edges', 'pageInfo'] },
  SheetSummaryEdge: { guard: 'sheet:read', fields: ['node', 'cursor'] },
  // A draft: who may publish it.
  Sheet: { guard: 'sheet:read', fields: [...FACTS, 'about', 'fields', 'revision', 'jsonSchema'] },
  SheetPayload: { guard: 'sheet:publish', fields: ['sheet', 'userErrors'] },
  SheetFillSummary: { guard: 'sheet:read-fills', fields: FILL_FACTS },
  SheetFillConnection: { guard: 'sheet:read-fills', fields: ['edges', 'pageInfo'] },
  SheetFillEdge: { guard: 'sheet:read-fills', fields: ['node', 'cursor'] },
  // Numbers in `answers` and in the steps are masked for everybody.
  SheetFill: {
    guard: 'sheet:read-fills',
    fields: [...FILL_FACTS, ...['revision', 'answers', 'updated', 'reviewed', 'filledBy', 'visit', 'steps']],
  },
  SheetFillPerson: { guard: 'sheet:read-fills', fields: ['name', 'role'] },
  SheetFillStep: {
    guard: 'sheet:read-fills',
    fields: ['revision', 'move', 'at', 'by', 'reason', 'before'],
  },
  SheetFillPayload: { guard: 'sheet:fill', fields: ['fill', 'userErrors'] },
};
