import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { importOf } from '../jobs';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** An export of the grid that somebody of its community has opened. */
async function opened({ services, grid, ...world }: World): Promise<string> {
  const input = { id: newId(), kind: 'AREAS', format: 'CSV', area: grid } as const;
  await services.jobs.openExport(world.actor('COMMUNITY_STAFF'), input);
  return input.id;
}

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
  {
    field: 'job',
    document: operations.ImportJobDocument,
    arrange: opened,
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'cancelJob',
    document: operations.JobCancelDocument,
    arrange: opened,
    variables: (_world, id) => ({ input: { id } }),
  },
  { field: 'jobs', document: operations.JobsDocument, variables: ({ grid }) => ({ area: grid }) },
  { field: 'importTemplates', document: operations.ImportTemplateDocument, variables: () => ({}) },
];
