import { type CaseMove } from '../cases/case.machine';
import { absorbedBy, isEnding } from '../cases/case-merge.rules';
import { handlerOf, senderOf } from '../cases/case-ladder.rules';
import { type RecordType } from '../../shared/record-link.type';
import { type CaseStep, type Custodian, type SystemStep } from '../cases/case.rules';

/** Of what about a case somebody is notified, by the words of the field. */
const CASE_KINDS = [
  'ASSIGNED',
  'RETURNED',
  'NEAR',
  'OVER',
  'SUPERVISED',
  'EXTENSION_ASKED',
  'TAKEN_ON',
  'REPORTED_BACK',
  'CHECKED',
  'DECIDED',
  'COMMENTED',
  'FOLLOW_UP_DUE',
  'FOLLOW_UP_OVER',
  'CASE_FILES',
] as const;

/** Of what about an application. */
export const APPLICATION_KINDS = [
  'APPLICATION_ARRIVED',
  'APPLICATION_ASKED',
  'APPLICATION_ACCEPTED',
  'APPLICATION_DECIDED',
  'APPLICATION_TO_BRING',
  'APPLICATION_NEAR',
  'APPLICATION_OVER',
  'APPLICATION_STEP_NEAR',
  'APPLICATION_STEP_OVER',
  'APPLICATION_FILES',
] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** Of what somebody is notified. */
export const NOTIFICATION_KINDS = [
  ...CASE_KINDS,
  ...APPLICATION_KINDS,
  ...(['BOOKING_SOON', 'VISIT_FILES', 'NOTE_FILES', 'NOTICE_FILES', 'WEBHOOK_OFF', 'WORK_DUE'] as const),
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What those are about that are neither about a case nor an application; undefined where it is no record. */
const ABOUT: Readonly<Partial<Record<NotificationKind, RecordType | undefined>>> = {
  BOOKING_SOON: 'BOOKING',
  VISIT_FILES: 'VISIT',
  NOTE_FILES: 'LOG_ENTRY',
  NOTICE_FILES: 'NOTICE',
  WEBHOOK_OFF: undefined,
  WORK_DUE: undefined,
};

/** What record a notification of a kind is about; undefined where it is about none. */
export function recordTypeOf(kind: NotificationKind): RecordType | undefined {
  if (kind in ABOUT) return ABOUT[kind];
  return (APPLICATION_KINDS as readonly string[]).includes(kind) ? 'APPLICATION' : 'CASE';
}

/** Whom a step of a case concerns, by where they stand to it. */
type Concerned =
  /** Who has it now. */
  | 'HOLDER'
  /** Who sent it to whoever has it now. */
  | 'SENDER'
  /** Who had it before that step. */
  | 'BEFORE'
  /** The department that has it or had it last. */
  | 'HANDLER'
  /** Who is to supervise whoever has it now. */
  | 'SUPERVISOR'
  | 'REPORTER';

interface Telling {
  readonly kind: NotificationKind;
  readonly to: readonly Concerned[];
}

const NOBODY: readonly Telling[] = [];
const assigned: readonly Telling[] = [{ kind: 'ASSIGNED', to: ['HOLDER'] }];
const returned: readonly Telling[] = [{ kind: 'RETURNED', to: ['HOLDER'] }];
const decided: readonly Telling[] = [{ kind: 'DECIDED', to: ['REPORTER'] }];
const answered: readonly Telling[] = [{ kind: 'DECIDED', to: ['HOLDER'] }];

/** Who is notified of each step of a case, and of what. Whoever made the step is not. */
const TELLINGS: Readonly<Record<CaseMove | SystemStep, readonly Telling[]>> = {
  REPORT: assigned,
  ESCALATE: assigned,
  DISPATCH: assigned,
  SPLIT: assigned,
  TAKE_OVER: assigned,
  // Who found it is the first who can look whether it is done.
  REPORT_BACK: [...assigned, { kind: 'REPORTED_BACK', to: ['REPORTER'] }],
  ADJUST: assigned,
  REOPEN: assigned,
  RETURN: returned,
  WITHDRAW: returned,
  SEND_BACK: returned,
  OVERDUE: [{ kind: 'OVER', to: ['HOLDER', 'SUPERVISOR'] }],
  SUPERVISE: [{ kind: 'SUPERVISED', to: ['HOLDER'] }],
  ASK_EXTENSION: [{ kind: 'EXTENSION_ASKED', to: ['SENDER'] }],
  GRANT_EXTENSION: answered,
  REFUSE_EXTENSION: answered,
  SUSPEND: answered,
  RESUME: answered,
  SOLVE: decided,
  CLOSE: decided,
  DECLINE: decided,
  MERGE: decided,
  UNMERGE: assigned,
  ABSORB: NOBODY,
  RELEASE: NOBODY,
  // Whoever leads waits for whoever helps.
  PART_ENDED: answered,
  MEDIATE: NOBODY,
  FILE: NOBODY,
  CANCEL: NOBODY,
  ACCEPT: NOBODY,
  // It has left its holder, and whoever checks it later has not sent it.
  TAKE_ON: [{ kind: 'TAKEN_ON', to: ['BEFORE', 'SENDER', 'REPORTER'] }],
  // Whoever waits for it: who holds it, and the department whose work was looked at.
  INSPECT: [{ kind: 'CHECKED', to: ['HOLDER', 'HANDLER'] }],
  STRIKE_OFF: decided,
  FOLLOW_UP: NOBODY,
  RATE: NOBODY,
};

/** That somebody is to be notified: all who are on duty in an area or department, or one person. */
export interface Notice {
  readonly kind: NotificationKind;
  /** Id of the case, where it is another than that of which a step was made. */
  readonly recordId?: string | undefined;
  /** Codes of areas and departments. */
  readonly duties: readonly string[];
  /** Ids of persons. */
  readonly people: readonly string[];
}

/** Who is to be notified of the last of a case's steps. */
export function noticesOf(steps: readonly CaseStep[], reporter: string): readonly Notice[] {
  const step = steps.at(-1);
  if (step === undefined) return [];
  const codes: Readonly<Record<Exclude<Concerned, 'REPORTER'>, Custodian | undefined>> = {
    HOLDER: step.holder,
    BEFORE: steps.at(-2)?.holder,
    SENDER: senderOf(steps),
    HANDLER: handlerOf(steps),
    SUPERVISOR: step.supervisor,
  };
  const notices = TELLINGS[step.move].map(({ kind, to }) => ({
    kind,
    duties: to.flatMap((each) => (each === 'REPORTER' ? [] : (codes[each]?.code ?? []))),
    people: to.includes('REPORTER') ? [reporter] : [],
  }));
  return isEnding(step.move) ? [...notices, ...ofDuplicates(steps)] : notices;
}

/** Whoever reported the same matter hears how it ends, of the case that they reported. */
function ofDuplicates(steps: readonly CaseStep[]): readonly Notice[] {
  return absorbedBy(steps).map(({ other, otherReporter }) => ({
    ...{ kind: 'DECIDED', recordId: other, duties: [] },
    people: otherReporter === undefined ? [] : [otherReporter],
  }));
}
