import { type TableChange } from '../../data/table-change';
import { type LimitSeen, limitsSeenIn } from '../applications/application.events';
import { isWorkingDay } from '../../shared/calendar';
import { announcedBy } from '../evidence/evidence.events';
import { ownerOf } from '../evidence/evidence-owner.rules';
import { followUpSetBy } from '../mediation/mediation.events';
import { outingSetBy } from '../notices/notice-alert.events';
import { firstCountBy } from '../visits/visit-count.events';
import { FILES_OF, HOURS_FOR_FILES, morningsOf, type MomentDue, type MomentKind } from './reminder.rules';

const HOUR = 3_600_000;

/** Reads a change of the table: the moments at which the clock has to look because of it; none for any other change. */
export function remindersBy(change: TableChange): readonly MomentDue[] {
  switch (change.after?.__edb_e__) {
    case 'application':
      return ofLimits(change);
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

/** A moment of a step that is one of the whole as well is told as that. */
function ofLimits(change: TableChange): readonly MomentDue[] {
  const seen = limitsSeenIn(change);
  if (seen === undefined) return [];
  const { id, whole, step } = seen;
  const ofWhole = momentsOf(id, whole, ['APPLICATION_NEAR', 'APPLICATION_OVER']);
  const ofStep = momentsOf(id, step, ['APPLICATION_STEP_NEAR', 'APPLICATION_STEP_OVER']).filter(
    ({ at }) => !ofWhole.some((moment) => moment.at === at),
  );
  return [...(whole.isBegun ? ofWhole : []), ...(step.isBegun ? ofStep : [])];
}

function momentsOf(
  id: string,
  { nearAt, dueAt }: LimitSeen,
  [near, over]: readonly [MomentKind, MomentKind],
): readonly MomentDue[] {
  if (dueAt === undefined) return [];
  const about = { id, source: String(dueAt.getTime()) };
  const last = { ...about, kind: over, at: dueAt.toISOString() };
  return nearAt ? [{ ...about, kind: near, at: nearAt.toISOString() }, last] : [last];
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
