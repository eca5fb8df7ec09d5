import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { type CollectionReader } from '../../data/collection-reader';
import { putAll } from '../../data/bulk-write';
import { commitFor, type CommitResult, type Gate, itemsOf, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type VisitTier } from '../care/care.rules';
import { type DueDays } from './due-window.rules';
import { createVisitPlanEntity, type VisitPlanEntity } from './visit-plan.entity';
import { type Knock, tierOf, type VisitOutcome, type VisitPlan } from './visit-plan.rules';

/** What lists and counts are made from; when and where is in the key, because a hundred rows must stay small. */
interface Row {
  readonly address: string;
  readonly head?: string | undefined;
  readonly members: number;
  readonly tier: VisitTier;
  readonly seen?: Day | undefined;
  readonly last?: { readonly on: Day; readonly outcome: VisitOutcome } | undefined;
  readonly months?: readonly string[] | undefined;
  readonly recheck?: Day | undefined;
  readonly policy: number;
}

/** A plan as lists show it. */
export type PlanRow = Pick<
  VisitPlan,
  | 'household'
  | 'courtyard'
  | 'door'
  | 'address'
  | 'maskedHeadName'
  | 'memberCount'
  | 'dueOn'
  | 'seenOn'
  | 'months'
  | 'recheckOn'
  | 'policy'
> & { readonly tier: VisitTier; readonly last?: Pick<Knock, 'on' | 'outcome'> | undefined };

type Facts = Pick<VisitPlan, 'setTier' | 'since' | 'recent' | 'months' | 'care' | 'changes'>;

const WITH_KEYS = { data: 'includeKeys', ignoreOwnership: true } as const;

/** Before and after all days. */
const EVER = { from: '0000-01-01', before: '9999-12-31' } as const;

/** Reads and writes when households are to be visited. */
export class VisitPlanRepo {
  readonly #plans: VisitPlanEntity;

  constructor(private readonly table: Table) {
    this.#plans = lazily(() => createVisitPlanEntity(table));
  }

  /** The plan among the items of a household's collection. */
  fromItems(items: readonly Record<string, unknown>[]): VisitPlan | undefined {
    const found = items.find(({ sk }) => sk === 'VISIT_PLAN');
    const { data } = found === undefined ? { data: null } : this.#plans.parse({ Item: found });
    return data === null ? undefined : toPlan(data);
  }

  /** A household's plan, strongly consistent where asked; shares the Query of the household's collection. */
  async find(
    reads: CollectionReader,
    household: string,
    options: { consistent?: boolean } = {},
  ): Promise<VisitPlan | undefined> {
    return this.fromItems(await reads.read(`HOUSEHOLD#${household}`, options));
  }

  /** The plans of those of these households that have one; one BatchGetItem for each hundred. */
  async many(households: readonly string[]): Promise<VisitPlan[]> {
    const items = await readMany(
      this.table,
      households.map((id) => ({ pk: `HOUSEHOLD#${id}`, sk: 'VISIT_PLAN' })),
    );
    return items.map((item) => this.fromItems([item])).filter((found) => found !== undefined);
  }

  /** What is due in a grid on some days, by day and door, of those that are to be kept; usually one Query. */
  async due(
    grid: string,
    { from, before }: DueDays,
    page: PageKey,
    keep: ((row: PlanRow) => boolean) | Promise<(row: PlanRow) => boolean>,
  ): Promise<Page<PlanRow>> {
    const first = page.afterKey === undefined ? null : cursorAfter(grid, page.afterKey);
    const within = this.#plans.query
      .due({ grid })
      .between({ dueOn: from ?? EVER.from }, { dueOn: before ?? EVER.before });
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from: first },
      async (limit, cursor) => {
        const { data, cursor: next } = await within.go({ limit, cursor, ...WITH_KEYS });
        return { data: data.map(listed), cursor: next };
      },
      keep,
    );
    const keyed = rows.map((row) => ({
      row,
      key: `${row.dueOn}#${row.courtyard}#${row.door}#${row.household}`,
    }));
    return pageFrom(keyed, page.limit);
  }

  /** All plans of a grid; as many Queries as they have megabytes. */
  async allIn(grid: string): Promise<PlanRow[]> {
    const { data } = await this.#plans.query.due({ grid }).go({ pages: 'all', ...WITH_KEYS });
    return data.map(listed);
  }

  /** A prepared write of a plan that is new, or that nobody changed since `version - 1`. */
  saving(plan: VisitPlan): PreparedPut {
    const put = this.#plans.put(toStored(plan));
    const condition =
      plan.version === 1
        ? put.where(({ version }, { notExists }) => notExists(version))
        : put.where(({ version }, { eq }) => eq(version, plan.version - 1));
    return condition.params<PreparedPut>();
  }

  /** Writes a plan, if nobody changed it since `version - 1`. */
  async save(reads: CollectionReader, plan: VisitPlan, gate: Gate | undefined): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.saving(plan)], gate);
  }

  /** Puts the plans of households that have none, in batches and unconditionally: nobody works there yet. Returns how many. */
  async load(plans: readonly VisitPlan[]): Promise<number> {
    const puts = plans.map((plan) => this.#plans.put(toStored(plan)).params<PreparedPut>());
    return putAll(this.table, itemsOf(puts));
  }
}

function toStored(plan: VisitPlan): EntityItem<VisitPlanEntity> {
  const { household, version, grid, courtyard, door, dueOn, address, maskedHeadName, memberCount } = plan;
  const { setTier, since, seenOn, recent, months, care, recheckOn, policy, changes } = plan;
  const [last] = recent;
  const row: Row = {
    ...{ address, head: maskedHeadName, members: memberCount, tier: tierOf(plan) },
    ...{ seen: seenOn, months: months.length === 0 ? undefined : months },
    ...{ last: last && { on: last.on, outcome: last.outcome }, recheck: recheckOn, policy },
  };
  const facts: Facts = { setTier, since, recent, months, care, changes };
  return { id: household, version, grid, courtyard, door, dueOn, row, facts };
}

function toPlan({ id, version, grid, row, facts, ...place }: EntityItem<VisitPlanEntity>): VisitPlan {
  return { ...toRow({ id, ...place }, row as Row), ...(facts as Facts), version, grid };
}

/** A row of the index: it carries only its keys, the id and what is shown. */
function listed(item: object): PlanRow {
  const { id, row, gsi1sk } = item as { id: string; row: Row; gsi1sk: string };
  const [dueOn = '', courtyard = '', door = ''] = gsi1sk.split('#');
  return toRow({ id, dueOn, courtyard, door }, row);
}

function toRow(
  place: Pick<EntityItem<VisitPlanEntity>, 'id' | 'dueOn' | 'courtyard' | 'door'>,
  row: Row,
): PlanRow {
  const { id: household, dueOn, courtyard, door } = place;
  const { head, members, seen, months = [], recheck, ...rest } = row;
  return {
    ...{ household, dueOn, courtyard, door, ...rest, maskedHeadName: head, memberCount: members },
    ...{ seenOn: seen, months, recheckOn: recheck },
  };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(grid: string, key: string): string {
  const id = key.split('#').at(-1) ?? '';
  const start = { pk: `HOUSEHOLD#${id}`, sk: 'VISIT_PLAN', gsi1pk: `VISITS_DUE#${grid}`, gsi1sk: key };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
