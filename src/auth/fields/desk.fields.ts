import { type ModuleFields } from './module-fields';

/** What one holds, without persons and without what was said. */
export const DESK_FIELDS: ModuleFields = {
  DeskMap: { guard: 'case:list-held', fields: ['total', 'unplaced', 'geoJson', 'toTakeOn'] },
  DeskCase: {
    guard: 'case:list-held',
    fields: ['id', 'state', 'category', 'urgency', 'area', 'address', 'point', 'dueAt'],
  },
  DayPlan: { guard: 'case:list-held', fields: ['routes', 'later', 'unplaced'] },
  DayRoute: { guard: 'case:list-held', fields: ['officer', 'stops'] },
  DayStop: { guard: 'case:list-held', fields: ['errand', 'metres'] },
};
