import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const JOBS_FIELDS: ModuleFields = {
  // `upload`, `fileUrl`: whoever opened the job.
  Job: {
    guard: 'import:run',
    fields: [
      ...['id', 'direction', 'kind', 'area', 'sheet', 'dryRun', 'state', 'openedBy', 'openedAt', 'updatedAt'],
      ...['progress', 'failure', 'upload', 'report', 'findings', 'fileUrl'],
    ],
  },
  JobConnection: { guard: 'import:run', fields: ['edges', 'pageInfo'] },
  JobEdge: { guard: 'import:run', fields: ['node', 'cursor'] },
  JobProgress: { guard: 'import:run', fields: ['total', 'rows', 'good', 'bad', 'unchanged'] },
  JobFailure: { guard: 'import:run', fields: ['code', 'message'] },
  JobPayload: { guard: 'import:run', fields: ['job', 'userErrors'] },
  ImportReport: { guard: 'import:run', fields: ['good', 'bad', 'unchanged', 'url'] },
  ImportFinding: { guard: 'import:run', fields: ['line', 'column', 'code', 'message', 'value'] },
  ImportTemplate: { guard: 'import:run', fields: ['kind', 'fileName', 'content', 'columns'] },
  ImportColumn: {
    guard: 'import:run',
    fields: ['name', 'heading', 'aliases', 'required', 'about', 'aboutInEnglish', 'example'],
  },
};
