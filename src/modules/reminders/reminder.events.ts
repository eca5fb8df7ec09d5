import { type TableChange } from '../../data/table-change';
import { limitBegunBy } from '../applications/application.events';
import { isWorkingDay } from '../../shared/calendar';
import { announcedBy } from '../evidence/evidence.events';
import { ownerOf } from '../evidence/evidence-owner.rules';
import { followUpSetBy } from '../mediation/mediation.events';
import { outingSetBy } from '../notices/notice-alert.events';
import { firstCountBy } from '../visits/visit-count.events';
import { FILES_OF, HOURS_FOR_FILES, morningsOf, type MomentDue } from './reminder.rules';

const HOUR = 3_600_000;

/** Reads a change of the table: the moments at which the clock has to look because of it; none for any other change. */
export function remindersBy(change: TableChange): readonly MomentDue[] {
  switch (change.after?.__edb_e__) {
    case 'application':
      return ofLimit(change);
    case 'mediation':
      return ofFollowUp(change);
    case 'evidence':
      return ofFiles(change);
    case 'visit-count':
      return ofMorning(change);
    case 'notice':
      return ofOuting(change);
    default:
      return [];
  }
}

function ofLimit(change: TableChange): readonly MomentDue[] {
  const begun = limitBegunBy(change);
  if (begun === undefined) return [];
  const { id, nearAt, dueAt } = begun;
  const about = { id, source: String(dueAt.getTime()) };
  const over = { ...about, kind: 'APPLICATION_OVER', at: dueAt.toISOString() } as const;
  return nearAt ? [{ ...about, kind: 'APPLICATION_NEAR', at: nearAt.toISOString() }, over] : [over];
}

function ofFollowUp(change: TableChange): readonly MomentDue[] {
  const set = followUpSetBy(change);
  if (set === undefined) return [];
  const { due, over } = morningsOf(set.on);
  const about = { id: set.id, source: set.on };
  return [
    { ...about, kind: 'FOLLOW_UP_DUE', at: due },
    { ...about, kind: 'FOLLOW_UP_OVER', at: over },
  ];
}

/** All files that were announced of a record at a moment are one round. */
function ofFiles(change: TableChange): readonly MomentDue[] {
  const announced = announcedBy(change);
  const record = announced && ownerOf(announced.owner);
  if (announced === undefined || record === undefined) return [];
  const opened = announced.openedAt.getTime();
  const at = new Date(opened + HOURS_FOR_FILES * HOUR).toISOString();
  const kind = FILES_OF[record.type];
  return [{ kind, id: record.id, source: String(opened), at }];
}

/** Grids are counted soon after midnight: the first count of a working day says that there is a morning. */
function ofMorning(change: TableChange): readonly MomentDue[] {
  const counted = firstCountBy(change);
  if (counted === undefined || !isWorkingDay(counted.on)) return [];
  const { grid, on } = counted;
  return [{ kind: 'WORK_DUE', id: grid, source: on, at: morningsOf(on).due }];
}

function ofOuting(change: TableChange): readonly MomentDue[] {
  const set = outingSetBy(change);
  if (set === undefined) return [];
  const { id, from } = set;
  return [{ kind: 'NOTICE_OUT', id, source: String(from.getTime()), at: from.toISOString() }];
}
