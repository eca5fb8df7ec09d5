import { type MessageValues } from '../../shared/messages';
import { type JobFailure } from './file.messages';

/** What a job moves, and in which direction. */
export const JOB_DIRECTIONS = ['IMPORT', 'EXPORT'] as const;
export type JobDirection = (typeof JOB_DIRECTIONS)[number];

/** The kinds of rows that can be brought in and taken out. To offer a kind, give it a table and a store and add it here. */
export const IMPORT_KINDS = ['AREAS', 'STAFF', 'DWELLINGS', 'HOUSEHOLDS', 'RESIDENTS', 'PREMISES'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** All kinds, with those that only go out. */
export const JOB_KINDS = [...IMPORT_KINDS, 'SHEET_RESULTS'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Kinds that an administrator, who sees no residents, may bring in; appointments nobody else does. */
export const ADMINISTRATOR_KINDS: ReadonlySet<JobKind> = new Set(['AREAS', 'STAFF']);

export const IMPORT_FORMATS = ['CSV', 'XLSX', 'GEOJSON'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export const EXPORT_FORMATS = ['CSV', 'XLSX', 'JSONL', 'GEOJSON'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Content type of a file of each format. */
export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  JSONL: 'application/jsonl; charset=utf-8',
  GEOJSON: 'application/geo+json',
};

/** Limits of one file: bytes as uploaded, bytes unpacked, lines, findings that the API shows. */
export const MOST = {
  bytes: 60_000_000,
  unpackedBytes: 250_000_000,
  rows: 200_000,
  exportRows: 1_000_000,
  findings: 100,
} as const;

/** Lines that are checked and written together: what is lost at most when a worker is killed is done again. */
export const CHUNK_ROWS = 250;

const SECOND = 1000;

/** How long a worker that says nothing is believed to work: much longer than any chunk takes. */
export const LEASE_MS = 120 * SECOND;

/** How long before its end a worker hands over: long enough for the chunk it is at and the report. */
export const HAND_OVER_MS = 60 * SECOND;

/** How long a link lasts, in seconds. */
export const LINK_SECONDS = { upload: 15 * 60, download: 5 * 60 } as const;

/** Times that a job is begun without getting on before it is given up. */
export const MOST_STARTS = 5;

/** What became of the lines so far. */
export interface Tally {
  /** Lines looked at. */
  readonly rows: number;
  /** Lines that were taken, or in a dry run would have been: new or changed. */
  readonly good: number;
  /** Lines that were refused. */
  readonly bad: number;
  /** Lines that stood already exactly so. */
  readonly unchanged: number;
}

export const NOTHING_YET: Tally = { rows: 0, good: 0, bad: 0, unchanged: 0 };

/** Whether rows of a kind can be brought in. */
export function isImportKind(kind: JobKind): kind is ImportKind {
  return kind !== 'SHEET_RESULTS';
}

/** Two tallies in one. */
export function sum(one: Tally, other: Tally): Tally {
  return {
    rows: one.rows + other.rows,
    good: one.good + other.good,
    bad: one.bad + other.bad,
    unchanged: one.unchanged + other.unchanged,
  };
}

/** What makes a whole file impossible to work through. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  constructor(
    readonly code: JobFailure,
    readonly values: MessageValues = {},
  ) {
    super(code);
  }
}

/** The format by the first bytes, whatever the file is called. */
export function formatOf(bytes: Uint8Array): ImportFormat {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'XLSX';
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return start.startsWith('{') ? 'GEOJSON' : 'CSV';
}
