import { isId } from '../../shared/ids';
import { type ExportFormat } from './job.rules';

/** Prefix of the files that people upload: the bucket tells of these. */
const UPLOADS = 'imports/upload/';
const REPORTS = 'imports/report/';
const EXPORTS = 'exports/';

/** Key of the file of an import. */
export function uploadKey(id: string): string {
  return UPLOADS + id;
}

/** Whose file an upload is; undefined for any other object. */
export function jobOf(key: string): string | undefined {
  const id = key.startsWith(UPLOADS) ? key.slice(UPLOADS.length) : '';
  return isId(id) ? id : undefined;
}

/** Key of what was found in one chunk of lines. */
export function partKey(id: string, chunk: number): string {
  return `${REPORTS}${id}/part-${String(chunk).padStart(5, '0')}.json`;
}

/** Key of the first findings, which the API shows. */
export function firstFindingsKey(id: string): string {
  return `${REPORTS}${id}/first.json`;
}

/** Key of the whole report. */
export function reportKey(id: string): string {
  return `${REPORTS}${id}/report.csv`;
}

/** Key of the file of an export. */
export function exportKey(id: string, format: ExportFormat): string {
  return `${EXPORTS}${id}/${fileNameOf(format)}`;
}

function fileNameOf(format: ExportFormat): string {
  return `export.${format.toLowerCase()}`;
}
