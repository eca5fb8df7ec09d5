import { type TableChange } from '../../data/table-change';
import { type Author } from '../../shared/change';
import { type LineKind, type LogLine } from './log.rules';

/** What a visit is in the log of whoever made it. */
const KINDS: Readonly<Record<string, LineKind>> = {
  MET: 'VISIT_MET',
  NOT_HOME: 'VISIT_NOT_HOME',
  REFUSED: 'VISIT_REFUSED',
  MOVED: 'VISIT_MOVED',
};

/** The visit that a change brought; it never changes afterwards. */
export function visitLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'visit' || before !== undefined) return [];
  const kind = KINDS[String(after.outcome)];
  if (kind === undefined) return [];
  const { id, name } = after.by as Author;
  const record = { type: 'VISIT' as const, id: String(after.id) };
  const at = new Date(String(after.at));
  return [{ id: record.id, kind, at, by: { id, name }, area: String(after.grid), record }];
}
