import { type OwnerType } from './evidence-owner.rules';

/** How long a file is kept. */
export interface FileTerm {
  /** From when on: the end of its record, or its check where a record has no end. A file that is checked later counts from then. */
  readonly from: 'END' | 'CHECK';
  readonly years: number;
}

/**
 * For how long files are kept after they are needed for the record's own work. The figures are ours, after 个人信息保护法 art. 19: the
 * shortest time that the purpose needs. None is below three years, for so long the bucket locks each file. A district that wants
 * another term changes its row.
 *
 * - A case: for as long as its close may be disputed, and asked for as proof.
 * - A visit, a note of a log: they show that somebody was there; as long as the bucket locks them, and no longer.
 * - A notice: it has been read long before; what it said stays in words.
 * - An application: copies of papers on which an office decided are part of its file; offices keep documents of a fixed term for
 *   ten years at least (国家档案局令第8号).
 */
export const FILE_TERMS: Readonly<Record<OwnerType, FileTerm>> = {
  CASE: { from: 'END', years: 3 },
  VISIT: { from: 'CHECK', years: 3 },
  LOG_ENTRY: { from: 'CHECK', years: 3 },
  NOTICE: { from: 'CHECK', years: 3 },
  APPLICATION: { from: 'END', years: 10 },
};
