import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { importOf } from '../jobs';
import { type MatrixRow } from './row';

/** Imports and exports. */
export const JOBS_ROWS: readonly MatrixRow[] = [
  {
    field: 'openImport',
    document: operations.ImportOpenDocument,
    variables: ({ grid }) => ({ input: importOf(Buffer.from('x'), 'AREAS', grid) }),
  },
  {
    field: 'openExport',
    document: operations.ExportOpenDocument,
    variables: ({ grid }) => ({ input: { id: newId(), kind: 'AREAS', format: 'CSV', area: grid } }),
  },
  // Of a job that is not there: whoever may ask at all learns no more than that.
  { field: 'job', document: operations.ImportJobDocument, variables: () => ({ id: newId() }) },
  {
    field: 'cancelJob',
    document: operations.JobCancelDocument,
    variables: () => ({ input: { id: newId() } }),
  },
  { field: 'jobs', document: operations.JobsDocument, variables: ({ grid }) => ({ area: grid }) },
  { field: 'importTemplates', document: operations.ImportTemplateDocument, variables: () => ({}) },
];
