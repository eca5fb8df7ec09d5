import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { KEYS, type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createWorkPlanEntity } from './log.entity';
import { communityOf, placeOf, turnOf } from './log.rules';
import { type LogRow, logOf, personOf } from './log-row.rules';
import { type PlanKind, type PlanState } from './work-plan.rules';
import { type WorkPlan } from './work-plan.type';

/** What lists show of a plan: of a settled one also what a log shows of it. */
interface Row extends Omit<LogRow, 'k'> {
  readonly k?: 'PLAN_DONE' | 'PLAN_DROPPED';
  readonly plan: {
    readonly version: number;
    readonly kind: PlanKind;
    readonly day: Day;
    readonly state: PlanState;
    readonly promisedTo?: string | undefined;
    readonly movedFrom: readonly Day[];
    readonly settledAt?: string | undefined;
    readonly word?: string | undefined;
  };
}

type Stored = EntityItem<ReturnType<typeof createWorkPlanEntity>>;

/** Reads and writes plans. */
export class WorkPlanRepo {
  readonly #plans;

  constructor(private readonly table: Table) {
    this.#plans = lazily(() => createWorkPlanEntity(table));
  }

  /** A plan by its id, strongly consistent; one Query. */
  async find(reads: CollectionReader, id: string): Promise<WorkPlan | undefined> {
    const items = await reads.read(`PLAN#${id}`, { consistent: true });
    return this.fromItem(items.find(({ sk }) => sk === 'PLAN'));
  }

  /** The open plans of a person, by day; one Query. */
  async openOf(person: string, page: PageKey): Promise<Page<WorkPlan>> {
    const log = plansOf(person);
    const { Items = [] } = await this.table.client.send(
      new QueryCommand({
        TableName: this.table.name,
        IndexName: KEYS.person.index,
        KeyConditionExpression: 'gsi2pk = :log',
        ExpressionAttributeValues: { ':log': log },
        Limit: rowsToRead(page.limit),
        ExclusiveStartKey: page.afterKey === undefined ? undefined : after(log, page.afterKey),
      }),
    );
    const rows = Items.map(({ id, row, gsi2sk }) => ({
      row: toPlan(String(id), person, row as Row, []),
      key: String(gsi2sk),
    }));
    return pageFrom(rows, page.limit);
  }

  /** Writes a plan that is new, or that nobody changed since `version - 1`. */
  async save(reads: CollectionReader, plan: WorkPlan, gate: Gate | undefined): Promise<CommitResult> {
    const put = this.#plans.put(toStored(plan));
    const condition =
      plan.version === 1
        ? put.where(({ id }, { notExists }) => notExists(id))
        : put.where(({ version }, { eq }) => eq(version, plan.version - 1));
    return commitFor(reads, this.table, [condition.params<PreparedPut>()], gate);
  }

  /** The plan in an item. */
  fromItem(item: Record<string, unknown> | undefined): WorkPlan | undefined {
    const { data } = item === undefined ? { data: null } : this.#plans.parse({ Item: item });
    if (data === null) return undefined;
    return toPlan(data.id, personOf(data.log), data.row as Row, data.requests as WorkPlan['requests']);
  }
}

/** Partition of a person's open plans. */
function plansOf(person: string): string {
  return `PLANS#${person}`;
}

/** An open plan lies among the plans of its day; a settled one in the log of the day on which it was settled. */
function toStored(plan: WorkPlan): Stored {
  const { id, version, by, area, settledAt, requests } = plan;
  const row = rowOf(plan);
  if (settledAt === undefined)
    return { id, version, row, requests, log: plansOf(by.id), turn: `${plan.day}#${id}` };
  const community = communityOf(area);
  const place = placeOf({ at: settledAt, area, person: by.id });
  return { id, version, row, requests, log: logOf(by.id), turn: turnOf(settledAt), community, place };
}

function rowOf(plan: WorkPlan): Row {
  const { version, kind, day, state, promisedTo, movedFrom, settledAt, word, area, by, text, household } =
    plan;
  return {
    ...{ a: area, n: by.name, x: text, h: household },
    ...(state === 'OPEN' ? {} : { k: `PLAN_${state}` as const }),
    plan: {
      ...{ version, kind, day, state, promisedTo, movedFrom, word },
      settledAt: settledAt?.toISOString(),
    },
  };
}

function toPlan(id: string, person: string, row: Row, requests: WorkPlan['requests']): WorkPlan {
  const { settledAt, ...plan } = row.plan;
  return {
    ...{ id, ...plan, text: row.x ?? '', area: row.a, by: { id: person, name: row.n }, household: row.h },
    settledAt: settledAt === undefined ? undefined : new Date(settledAt),
    requests,
  };
}

/** The key to go on after in a person's plans; BAD_USER_INPUT when it is none. */
function after(log: string, key: string): Record<string, string> {
  const [, id = '', ...rest] = key.split('#');
  if (id === '' || rest.length > 0) throw new TechnicalError('BAD_USER_INPUT', { what: 'after' });
  return { gsi2pk: log, gsi2sk: key, pk: `PLAN#${id}`, sk: 'PLAN' };
}
