import { type TableChange } from '../../data/table-change';
import { recordedIn } from '../mediation/mediation.events';
import { type MediationOutcome } from '../mediation/mediation.rules';
import { gridOf, type LineKind, type LogLine } from './log.rules';

/** What a session is in the log of whoever recorded it. */
const KINDS: Readonly<Record<MediationOutcome, LineKind>> = {
  AGREED: 'MEDIATION_AGREED',
  NOT_AGREED: 'MEDIATION_NOT_AGREED',
  ADJOURNED: 'MEDIATION_ADJOURNED',
};

/**
 * The session or the visit after it that a change brought to a mediation record. A record that was written before its area was kept
 * has none; what the mediation said to its case is no line of the case.
 */
export function mediationLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'mediation' || typeof after.area !== 'string') return [];
  const area = gridOf(after.area);
  const known = new Set(before && recordedIn(before).map(({ made }) => made.id));
  const record = { type: 'MEDIATION' as const, id: String(after.id) };
  return recordedIn(after)
    .filter(({ made }) => !known.has(made.id))
    .map(({ made, outcome }) => {
      const { id, at, by } = made;
      const kind = outcome === undefined ? 'MEDIATION_FOLLOWED_UP' : KINDS[outcome];
      return { id, kind, at: new Date(at), by: { id: by.id, name: by.name }, area, record };
    });
}
