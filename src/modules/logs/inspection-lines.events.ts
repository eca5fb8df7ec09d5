import { type TableChange } from '../../data/table-change';
import { inspectedIn } from '../inspections/inspection.events';
import { gridOf, type LogLine } from './log.rules';

/** The inspection that a change brought; it never changes afterwards, and its findings are cases, with lines of their own. */
export function inspectionLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'inspection' || before !== undefined) return [];
  const id = String(after.id);
  const { by, area } = inspectedIn(after);
  const record = { type: 'INSPECTION' as const, id };
  return [
    { id, kind: 'INSPECTION_SUBMITTED', at: new Date(String(after.at)), by, area: gridOf(area), record },
  ];
}
