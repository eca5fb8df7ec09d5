import { type ModuleFields } from './module-fields';

const SUMMARY = ['id', 'version', 'name', 'aliases', 'kind', 'channels', 'from', 'until'] as const;

/** Who sees what of its types: a service is for everyone of the district. */
export const SERVICES_FIELDS: ModuleFields = {
  ServiceItemSummary: { guard: 'service:read', fields: SUMMARY },
  ServiceItem: {
    guard: 'service:read',
    fields: [
      ...SUMMARY,
      ...['whoMayApply', 'places', 'materials', 'questions', 'fromRegistry', 'steps'],
      ...['fees', 'legalBasis', 'forms'],
    ],
  },
  ServiceMaterial: {
    guard: 'service:read',
    fields: ['code', 'name', 'isRequired', 'issuer', 'note', 'example'],
  },
  ServiceQuestion: { guard: 'service:read', fields: ['code', 'label', 'isRequired'] },
  ServiceStep: { guard: 'service:read', fields: ['name', 'by', 'department', 'workingDays'] },
  StepDepartment: { guard: 'service:read', fields: ['code', 'name'] },
  ServicePlace: { guard: 'service:read', fields: ['name', 'address', 'hours'] },
  ServiceForm: { guard: 'service:read', fields: ['name', 'url', 'sheet'] },
  ServiceItemPayload: { guard: 'service:publish', fields: ['service', 'userErrors'] },
  ServiceItemConnection: { guard: 'service:read', fields: ['edges', 'pageInfo'] },
  ServiceItemEdge: { guard: 'service:read', fields: ['node', 'cursor'] },
};
