import { type ModuleFields } from './module-fields';

/** Figures of areas: who works in them or above. */
export const STATISTICS_FIELDS: ModuleFields = {
  SolvedAtLevels: {
    guard: 'statistics:read',
    fields: ['area', 'from', 'to', 'total', 'reopened', 'levels'],
  },
  SolvedAtLevel: { guard: 'statistics:read', fields: ['level', 'cases', 'percent'] },
};
