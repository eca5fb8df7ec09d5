import { APPLICATION_STATES } from './application.machine';
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
  /** Absent where no limit runs, and in rows from before it was kept. */
  nearAt?: number,
];

/** The row of an application, as it is kept. */
export function storedRowOf(found: ApplicationSummary): Row {
  const { service, serviceName, maskedName, area, state, delivery, openedAt, dueAt, nearAt } = found;
  const numbers = [
    ...([APPLICATION_STATES.indexOf(state), DELIVERIES.indexOf(delivery)] as const),
    ...([openedAt.getTime(), dueAt?.getTime() ?? null] as const),
  ] as const;
  const row = [service, serviceName, maskedName, area, ...numbers] as const;
  return nearAt === undefined ? row : [...row, nearAt.getTime()];
}

/** An application as a list shows it, from the row that was kept. */
export function summaryFrom(id: string, row: unknown): ApplicationSummary {
  const [service, serviceName, maskedName, area, state, delivery, openedAt, dueAt, nearAt] = row as Row;
  return {
    ...{ id, service, serviceName, maskedName, area },
    state: APPLICATION_STATES[state] ?? 'DRAFT',
    delivery: DELIVERIES[delivery] ?? 'COUNTER',
    openedAt: new Date(openedAt),
    dueAt: dueAt === null ? undefined : new Date(dueAt),
    nearAt: nearAt === undefined ? undefined : new Date(nearAt),
  };
}
