import { APPLICATION_STATES } from './application.machine';
import { SERVICE_HANDLERS } from '../services/service-item.rules';
import { type CurrentStep } from './application-step.rules';
import { type ApplicationSummary, DELIVERIES } from './application.rules';

/** What lists show, short, because a hundred must stay small: state and delivery by their numbers. */
type Row = readonly [
  service: string,
  serviceName: string,
  maskedName: string,
  area: string,
  state: number,
  delivery: number,
  /** Milliseconds since 1970. */
  openedAt: number,
  dueAt: number | null,
  /** None where no limit runs, and absent in rows from before it was kept. */
  nearAt?: number | null,
  /** Only while it stands at a step. */
  step?: StepRow,
];

/** A step: who does it by its number, and its limit as that of the whole, with what is left of it while it stands still. */
type StepRow = readonly [
  name: string,
  by: number,
  dueAt: number | null,
  nearAt: number | null,
  left: number | null,
  nearLeft: number | null,
  /** Only where a department does it. */
  department?: readonly [code: string, name: string],
];

/** The row of an application, as it is kept. */
export function storedRowOf(found: ApplicationSummary): Row {
  const { service, serviceName, maskedName, area, state, delivery, openedAt, dueAt, nearAt, step } = found;
  const numbers = [
    ...([APPLICATION_STATES.indexOf(state), DELIVERIES.indexOf(delivery)] as const),
    ...([openedAt.getTime(), dueAt?.getTime() ?? null] as const),
  ] as const;
  const row = [service, serviceName, maskedName, area, ...numbers] as const;
  if (step !== undefined) return [...row, nearAt?.getTime() ?? null, stepRowOf(step)];
  return nearAt === undefined ? row : [...row, nearAt.getTime()];
}

/** An application as a list shows it, from the row that was kept. */
export function summaryFrom(id: string, row: unknown): ApplicationSummary {
  const [service, serviceName, maskedName, area, state, delivery, openedAt, dueAt, nearAt, step] = row as Row;
  return {
    ...{ id, service, serviceName, maskedName, area },
    state: APPLICATION_STATES[state] ?? 'DRAFT',
    delivery: DELIVERIES[delivery] ?? 'COUNTER',
    openedAt: new Date(openedAt),
    dueAt: dateOf(dueAt),
    nearAt: dateOf(nearAt),
    step: step && stepFrom(step),
  };
}

function stepRowOf({ name, by, department, dueAt, nearAt, left, nearLeft }: CurrentStep): StepRow {
  const ends = [dueAt?.getTime() ?? null, nearAt?.getTime() ?? null] as const;
  const row = [name, SERVICE_HANDLERS.indexOf(by), ...ends, left ?? null, nearLeft ?? null] as const;
  return department === undefined ? row : [...row, [department.code, department.name]];
}

function stepFrom([name, by, dueAt, nearAt, left, nearLeft, department]: StepRow): CurrentStep {
  return {
    department: department && { code: department[0], name: department[1] },
    ...{ name, by: SERVICE_HANDLERS[by] ?? 'COMMUNITY', dueAt: dateOf(dueAt), nearAt: dateOf(nearAt) },
    ...{ left: left ?? undefined, nearLeft: nearLeft ?? undefined },
  };
}

function dateOf(at: number | null | undefined): Date | undefined {
  return at == null ? undefined : new Date(at);
}
