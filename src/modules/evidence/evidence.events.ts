import { type TableChange } from '../../data/table-change';

/** Reads a change of the table: that a file was announced, of which collection and when; undefined for any other change. */
export function announcedBy({ before, after }: TableChange): { owner: string; openedAt: Date } | undefined {
  if (after?.__edb_e__ !== 'evidence' || before !== undefined || after.status !== 'AWAITED') return undefined;
  return { owner: String(after.owner), openedAt: new Date(String(after.openedAt)) };
}

/** Reads a change of the table: that a file came and was checked, of which collection and when; undefined for any other change. */
export function checkedBy({ before, after }: TableChange): { owner: string; checkedAt: Date } | undefined {
  if (after?.__edb_e__ !== 'evidence' || typeof after.checkedAt !== 'string') return undefined;
  if (after.status === 'REMOVED' || before?.checkedAt === after.checkedAt) return undefined;
  return { owner: String(after.owner), checkedAt: new Date(after.checkedAt) };
}
