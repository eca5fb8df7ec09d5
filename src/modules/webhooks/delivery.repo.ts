import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type NotificationKind } from '../notifications/notification.rules';
import { createDeliveryEntity, type DeliveryEntity } from './webhook.entity';
import {
  type Delivery,
  DELIVERY_KEPT_MS,
  type DeliveryFailure,
  type DeliveryState,
  type HookEvent,
} from './delivery.rules';

/** A delivery as it is kept: the event, how it stands, the last attempt, and when the next is due. */
type Row = readonly [
  ...event: [id: string, kind: NotificationKind, recordId: string, area: string, person: string],
  state: DeliveryState,
  attempts: number,
  status: number | null,
  failure: DeliveryFailure | null,
  dueAt: string | null,
];

/** Reads and writes what is sent to webhooks. */
export class DeliveryRepo {
  readonly #deliveries: DeliveryEntity;

  constructor(private readonly table: Table) {
    this.#deliveries = lazily(() => createDeliveryEntity(table));
  }

  /** Notes a delivery, unless it was noted before: then also what was sent stays sent. */
  async note(delivery: Delivery): Promise<void> {
    const put = this.#put(delivery)
      .where(({ turn }, { notExists }) => notExists(turn))
      .params<PreparedPut>();
    await commit(this.table, [put], undefined);
  }

  /** Writes what came of an attempt, if no other attempt was written since; says whether it did. */
  async settle(delivery: Delivery): Promise<boolean> {
    const put = this.#put(delivery)
      .where(({ attempts }, { eq }) => eq(attempts, delivery.attempts - 1))
      .params<PreparedPut>();
    return (await commit(this.table, [put], undefined)).done;
  }

  /** What was sent to a webhook, or is to be, newest first; one Query. */
  async of(hook: string, limit: number): Promise<Delivery[]> {
    const { data } = await this.#deliveries.query.primary({ hook }).go({ limit, order: 'desc' });
    return data.map(({ turn, row }) => fromRow(hook, turn, row as Row));
  }

  /** What is to be sent to a webhook by now, longest due first, page after page; as many Queries as pages. */
  async *due(hook: string, now: Date, limit: number): AsyncGenerator<Delivery[]> {
    let cursor: string | null = null;
    do {
      const answer: { data: object[]; cursor: string | null } = await this.#deliveries.query
        .due({ dueBy: hook })
        .lt({ dueTurn: `${now.toISOString()}~` })
        .go({ limit, cursor, data: 'includeKeys', ignoreOwnership: true });
      const rows = answer.data as { sk: string; row: Row }[];
      if (rows.length > 0) yield rows.map(({ sk, row }) => fromRow(hook, sk, row));
      ({ cursor } = answer);
    } while (cursor !== null);
  }

  #put({ hook, event, state, attempts, last, dueAt }: Delivery) {
    const { id, kind, recordId, area, person, at } = event;
    const [turn, due] = [turnOf(event), dueAt?.toISOString()];
    const row: Row = [
      ...([id, kind, recordId, area, person, state, attempts] as const),
      ...([last.status ?? null, last.failure ?? null, due ?? null] as const),
    ];
    return this.#deliveries.put({
      ...{ hook, row, attempts, turn },
      ...(due === undefined ? {} : { dueBy: hook, dueTurn: `${due}#${turn}` }),
      expiresAt: Math.ceil((at.getTime() + DELIVERY_KEPT_MS) / 1000),
    });
  }
}

function turnOf({ id, at }: HookEvent): string {
  return `${String(at.getTime()).padStart(13, '0')}#${id}`;
}

function fromRow(hook: string, turn: string, row: Row): Delivery {
  const [id, kind, recordId, area, person, state, attempts, status, failure, dueAt] = row;
  const at = new Date(Number(turn.slice(0, turn.indexOf('#'))));
  return {
    ...{ hook, state, attempts, event: { id, kind, recordId, area, person, at } },
    last: { status: status ?? undefined, failure: failure ?? undefined },
    dueAt: dueAt === null ? undefined : new Date(dueAt),
  };
}
