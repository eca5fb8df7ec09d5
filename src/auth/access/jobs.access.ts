import { type ModuleAccess } from './module-access';

/** Imports and exports. */
export const JOBS_ACCESS: ModuleAccess = {
  Query: { job: 'import:run', jobs: 'import:run', importTemplates: 'import:run' },
  Mutation: { openImport: 'import:run', openExport: 'export:run', cancelJob: 'import:run' },
  // Made from the tables' definitions.
  recordless: ['importTemplates'],
};
