import { type ModuleAccess } from './module-access';

/** Figures of areas, never of persons. */
export const STATISTICS_ACCESS: ModuleAccess = {
  Query: { solvedAtLevels: 'statistics:read' },
};
