import { type Action } from '../../auth/permissions';
import { type ServiceHandler, type ServiceStep, type StepDepartment } from '../services/service-item.rules';
import { applicationMove, type ApplicationMove, type ApplicationState } from './application.machine';
import { type ApplicationPerson, type ApplicationRecord, type ApplicationStep } from './application.rules';

/** When a limit ends and from when that is near, or what was left of both when it stood still, in working milliseconds. */
export interface RunningLimit {
  readonly dueAt?: Date | undefined;
  readonly nearAt?: Date | undefined;
  readonly left?: number | undefined;
  readonly nearLeft?: number | undefined;
}

/** The step of the service that an accepted application stands at, with the limit of that step. */
export interface CurrentStep extends RunningLimit {
  readonly name: string;
  readonly by: ServiceHandler;
  readonly department?: StepDepartment | undefined;
}

/** How a step of the service stands in an application. */
export const STEP_STATES = ['DONE', 'CURRENT', 'AHEAD', 'DROPPED'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** A step of the service, as an application went through it. */
export interface StepTaken extends ServiceStep {
  readonly state: StepState;
  readonly beganAt?: Date | undefined;
  readonly endedAt?: Date | undefined;
  readonly endedBy?: ApplicationPerson | undefined;
  /** What was said when it ended. */
  readonly text?: string | undefined;
  /** By when it is to be done, or was. */
  readonly dueAt?: Date | undefined;
  readonly nearAt?: Date | undefined;
}

/** What says how far an application has come: the steps of its service, which old ones do not know, and its history. */
type Course = Pick<ApplicationRecord, 'terms' | 'steps'>;

/** An application of which something is current: it was submitted, and neither decided nor withdrawn. */
const RUNNING: readonly ApplicationState[] = ['SUBMITTED', 'SUPPLEMENT', 'ACCEPTED'];

/** What ends a step whichever it is. */
const ENDINGS: readonly string[] = ['FINISH_STEP', 'APPROVE', 'REFUSE'];

/** Whether something that is done ends a step; taking it in does where that is a step of its own. */
function isEnding({ terms }: Pick<Course, 'terms'>, move: ApplicationStep['move']): boolean {
  return ENDINGS.includes(move) || (move === 'ACCEPT' && (terms.steps?.length ?? 0) > 1);
}

/** The entries of the history that ended a step, in the order of the steps. */
function endingsOf(course: Course): readonly ApplicationStep[] {
  return course.steps.filter(({ move }) => isEnding(course, move));
}

/** The step that comes `after` so many; undefined of a service of one step or none, which is handled as a whole. */
function stepOf({ terms: { steps = [] } }: Pick<Course, 'terms'>, after: number): ServiceStep | undefined {
  return steps.length > 1 ? steps[after] : undefined;
}

/** The step that comes after the one it stands at, which is the first until it is accepted. */
export function nextStepOf(course: Course): ServiceStep | undefined {
  return stepOf(course, endingsOf(course).length + 1);
}

/** The step that began with this entry of the history, whatever came after it. */
export function stepBegunBy(course: Course, entry: ApplicationStep): ServiceStep | undefined {
  if (entry.move !== 'ACCEPT' && entry.move !== 'FINISH_STEP') return undefined;
  return stepOf(course, endingsOf(course).indexOf(entry) + 1);
}

/** The step that it stands at, once it is accepted, where another comes after it. */
export function stepToFinish(course: Course): ServiceStep | undefined {
  return nextStepOf(course) && stepOf(course, endingsOf(course).length);
}

/**
 * Which area's staff a step is for that names no department: that of the community, or that of the street, which also enters what an
 * office of the district does. Where no step is known it is the community.
 */
export function officeOfStep(step: { readonly by: ServiceHandler } | undefined): 'COMMUNITY' | 'STREET' {
  return step === undefined || step.by === 'COMMUNITY' ? 'COMMUNITY' : 'STREET';
}

/** The department that has an application: the step it stands at is its own, or an appeal is against what it decided. */
export function departmentWith({
  state,
  step,
  terms,
}: Pick<ApplicationRecord, 'state' | 'step' | 'terms'>): StepDepartment | undefined {
  if (state === 'ACCEPTED' || state === 'SUPPLEMENT') return step?.department;
  return state === 'APPEALED' ? deciderOf(terms) : undefined;
}

/** The department that decides on applications of a service: that of its last step. */
export function deciderOf({ steps = [] }: ApplicationRecord['terms']): StepDepartment | undefined {
  return steps.at(-1)?.department ?? undefined;
}

/** Codes of the departments of whose steps one has begun. */
export function departmentsReached(course: Course): readonly string[] {
  const begun = course.steps.flatMap((entry) => stepBegunBy(course, entry)?.department?.code ?? []);
  return [...new Set(begun)];
}

/** What somebody must be granted to make a move now. */
export function actionOf(
  record: Pick<ApplicationRecord, 'state' | 'step' | 'terms'>,
  move: ApplicationMove,
): Action {
  const { action } = applicationMove(move);
  if (action !== 'OF_STEP' && action !== 'OF_APPEAL') return action;
  if (departmentWith(record) !== undefined) return 'application:handle-department';
  if (action === 'OF_APPEAL') return 'application:decide-appeal';
  return officeOfStep(record.step) === 'STREET' ? 'application:handle-street' : 'application:handle';
}

/** By when the step was to be done that a move ends (RFC 3339 UTC), which the history keeps; undefined where it ends none. */
export function dueOfStepEndedBy(
  record: Pick<ApplicationRecord, 'terms' | 'step' | 'dueAt'>,
  move: ApplicationMove,
): string | undefined {
  return isEnding(record, move) ? (record.step ?? record).dueAt?.toISOString() : undefined;
}

/** The steps of the service as an application went through them; none of one opened before they were kept. */
export function stepsTaken(record: ApplicationRecord): readonly StepTaken[] {
  const endings = endingsOf(record);
  const submitted = record.steps.findLast(({ move }) => move === 'SUBMIT');
  const isRunning = RUNNING.includes(record.state);
  return (record.terms.steps ?? []).map((step, index): StepTaken => {
    const [began, ended] = [index === 0 ? submitted : endings[index - 1], endings[index]];
    if (ended !== undefined)
      return {
        ...{ ...step, state: 'DONE', ...begun(began), endedAt: new Date(ended.at), endedBy: ended.by },
        ...{ text: ended.text, dueAt: ended.due === undefined ? undefined : new Date(ended.due) },
      };
    if (record.state === 'WITHDRAWN') return { ...step, state: 'DROPPED', ...begun(began) };
    if (!isRunning || index > endings.length) return { ...step, state: 'AHEAD' };
    const { dueAt, nearAt } = record.step ?? record;
    return { ...step, state: 'CURRENT', ...begun(began), dueAt, nearAt };
  });
}

function begun(by: ApplicationStep | undefined): Pick<StepTaken, 'beganAt'> {
  return by === undefined ? {} : { beganAt: new Date(by.at) };
}
