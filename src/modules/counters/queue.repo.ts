import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { counterKey, expiryOf } from './counter.repo';
import {
  createQueueEntity,
  createQueueStepEntity,
  type QueueEntity,
  type QueueStepEntity,
} from './queue.entity';
import { TICKET_STATES } from './queue.machine';
import { emptyQueue, type Queue, type Ticket } from './queue.rules';

/** A ticket, short: the state by its number, times in ms since 1970. */
type Packed = readonly [
  number: number,
  state: number,
  joinedAt: number,
  absences: number,
  booked: number | null,
  resident: string | null,
  maskedName: string | null,
  service: string | null,
  serviceName: string | null,
  window: number | null,
  calledAt: number | null,
];

type Stored = readonly [
  last: number,
  streak: number,
  served: number,
  servedMs: number,
  open: readonly Packed[],
];

/** What was done by a request, and what it left of the ticket. */
export interface QueueStep {
  readonly id: string;
  readonly mark: string;
  readonly counter: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly ticket: Ticket;
}

/** How long what was done is kept, in ms. */
const KEPT_MS = 30 * 86_400_000;

/** Reads and writes queues. */
export class QueueRepo {
  readonly #queues: QueueEntity;
  readonly #steps: QueueStepEntity;

  constructor(private readonly table: Table) {
    this.#queues = lazily(() => createQueueEntity(table));
    this.#steps = lazily(() => createQueueStepEntity(table));
  }

  /** The queue of a counter on a day; shares the Query of the counter. */
  async find(
    reads: CollectionReader,
    counter: string,
    day: Day,
    { consistent = false } = {},
  ): Promise<Queue> {
    const items = await reads.read(counterKey(counter), { consistent });
    const found = items.find(({ sk }) => sk === `QUEUE#${day}`);
    if (found === undefined) return emptyQueue(day);
    const [last, streak, served, servedMs, open] = found.queue as Stored;
    return { day, version: Number(found.version), last, streak, served, servedMs, open: open.map(unpacked) };
  }

  /** What was done by a request, strongly consistent; undefined where nothing was. One Query. */
  async stepBy(reads: CollectionReader, request: string): Promise<QueueStep | undefined> {
    const [item] = await reads.read(`QUEUE_STEP#${request}`, { consistent: true });
    if (item === undefined) return undefined;
    const { id, mark, counter, by, ticket } = item as unknown as Omit<QueueStep, 'ticket'> & {
      ticket: Packed;
    };
    return { id, mark, counter, by, ticket: unpacked(ticket) };
  }

  /** Writes a queue that nobody changed since it was read, and what was done, with other writes: all or nothing. */
  async save(
    reads: CollectionReader,
    { day, version, last, streak, served, servedMs, open }: Queue,
    step: QueueStep,
    beside: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const queue: Stored = [last, streak, served, servedMs, open.map(packed)];
    const put = this.#queues
      .put({ counter: step.counter, day, version: version + 1, queue, expiresAt: expiryOf(day) })
      .where((found, { eq, notExists }) =>
        version === 0 ? notExists(found.version) : eq(found.version, version),
      );
    const { id, mark, counter, by } = step;
    const noted = this.#steps
      .put({ id, mark, counter, by, ticket: packed(step.ticket), expiresAt: expiryOf(day, KEPT_MS) })
      .where((found, { notExists }) => notExists(found.mark));
    const puts = [put.params<PreparedPut>(), noted.params<PreparedPut>(), ...beside];
    return commitFor(reads, this.table, puts, gate);
  }
}

function packed(ticket: Ticket): Packed {
  const { number, state, joinedAt, absences, booked, resident, window, calledAt } = ticket;
  const { maskedName, service, serviceName } = ticket;
  return [
    ...([
      number,
      TICKET_STATES.indexOf(state),
      joinedAt.getTime(),
      absences,
      booked?.getTime() ?? null,
    ] as const),
    ...([resident ?? null, maskedName ?? null, service ?? null, serviceName ?? null] as const),
    ...([window ?? null, calledAt?.getTime() ?? null] as const),
  ];
}

function unpacked(row: Packed): Ticket {
  const [
    number,
    state,
    joinedAt,
    absences,
    booked,
    resident,
    maskedName,
    service,
    serviceName,
    window,
    calledAt,
  ] = row;
  return {
    ...{ number, state: TICKET_STATES[state] ?? 'WAITING', joinedAt: new Date(joinedAt), absences },
    booked: booked === null ? undefined : new Date(booked),
    ...{ resident: resident ?? undefined, maskedName: maskedName ?? undefined },
    ...{ service: service ?? undefined, serviceName: serviceName ?? undefined, window: window ?? undefined },
    calledAt: calledAt === null ? undefined : new Date(calledAt),
  };
}
