import { type ModuleAccess } from './module-access';

/** Lists of cases beyond one's own inbox. */
export const LISTS_ACCESS: ModuleAccess = {
  Query: { cases: 'case:search', supervisedCases: 'case:list-supervised' },
};
