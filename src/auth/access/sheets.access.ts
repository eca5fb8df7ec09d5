import { type ModuleAccess } from './module-access';

/** Information sheets, and what was filled in. */
export const SHEETS_ACCESS: ModuleAccess = {
  Query: {
    // Drafts: who may publish them.
    sheets: 'sheet:read',
    sheet: 'sheet:read',
    sheetResults: 'sheet:read-fills',
    sheetFills: 'sheet:read-fills',
    sheetFill: 'sheet:read-fills',
  },
  Mutation: {
    draftSheet: 'sheet:publish',
    publishSheet: 'sheet:publish',
    fillSheet: 'sheet:fill',
    reviewSheet: 'sheet:review',
  },
};
