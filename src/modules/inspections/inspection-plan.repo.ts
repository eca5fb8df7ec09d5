import { type EntityItem } from 'electrodb';
import { putAll } from '../../data/bulk-write';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, itemsOf, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { longId, shortId } from '../../shared/ids';
import { type ControlLevel, type PremisesKind } from '../places/premises.rules';
import { type DueDays } from '../visits/due-window.rules';
import {
  createInspectionDueEntity,
  createInspectionPlanEntity,
  type InspectionPlanEntity,
} from './inspection-plan.entity';
import { type InspectionPlan } from './inspection-plan.rules';

/** What lists show, as it is kept; day, area, premises and checklist are in the key. A hundred rows are paid for by their bytes. */
type Row = readonly [
  name: string,
  kind: PremisesKind,
  control: ControlLevel,
  policy: number,
  lastOn?: Day | undefined,
];

/** A plan as lists show it. */
export type DueRow = Required<Pick<InspectionPlan, 'dueOn'>> &
  Pick<InspectionPlan, 'premises' | 'checklist' | 'area' | 'name' | 'kind' | 'control' | 'lastOn' | 'policy'>;

/** A list: of a grid, a community or a street; or of a checklist in a district. */
export interface DueList {
  readonly area: string;
  readonly checklist?: string | undefined;
}

/** A row with its key in every list. */
export interface KeyedRow {
  readonly row: DueRow;
  readonly key: string;
}

const WITH_KEYS = { data: 'includeKeys', ignoreOwnership: true } as const;

/** Reads and writes when premises are to be inspected. */
export class InspectionPlanRepo {
  readonly #plans: InspectionPlanEntity;
  readonly #dues: InspectionPlanEntity;

  constructor(private readonly table: Table) {
    this.#plans = lazily(() => createInspectionPlanEntity(table));
    this.#dues = lazily(() => createInspectionDueEntity(table));
  }

  /** All plans of premises, listed or not, strongly consistent; one Query of their collection. */
  async of(reads: CollectionReader, premises: string): Promise<InspectionPlan[]> {
    const items = await reads.read(`PREMISES#${premises}`, { consistent: true });
    return items
      .filter(({ sk }) => String(sk).startsWith('INSPECTION_PLAN#'))
      .map((item) => this.#plans.parse({ Item: item }).data)
      .filter((data) => data !== null)
      .map(toPlan);
  }

  /** So many of a list that are to be kept, by day, area and premises, after the one with this key; usually one Query. */
  async due(
    list: DueList,
    days: DueDays,
    { limit, afterKey }: { readonly limit: number; readonly afterKey?: string | undefined },
    keep: (row: DueRow) => boolean = () => true,
  ): Promise<KeyedRow[]> {
    const first = days.from ?? '0000-01-01';
    // The first character behind a key that is lower than any that goes on one.
    const after = afterKey === undefined ? first : `${afterKey}!`;
    const last = days.before ?? '9999-12-31';
    const [from, before] = [{ turn: after < first ? first : after }, { turn: last }];
    if (from.turn >= last) return [];
    return fillPage(
      { rows: limit, from: null },
      async (count, cursor) => {
        const { data, cursor: next } = await this.#listed(list)
          .between(from, before)
          .go({ ...WITH_KEYS, limit: count, cursor });
        return { data: data.map(listed), cursor: next };
      },
      ({ row }) => keep(row),
    );
  }

  /** All that is due in a grid; as many Queries as it has megabytes. */
  async allIn(grid: string): Promise<DueRow[]> {
    const { data } = await this.#plans.query.first({ firstList: grid }).go({ pages: 'all', ...WITH_KEYS });
    return data.map((item) => listed(item).row);
  }

  /** Writes plans that nobody changed since `version - 1`: all or nothing. */
  async save(reads: CollectionReader, plans: readonly InspectionPlan[]): Promise<CommitResult> {
    const puts = plans.flatMap((plan) =>
      this.#putsOf(plan).map((put) =>
        (plan.version === 1
          ? put.where(({ version }, { notExists }) => notExists(version))
          : put.where(({ version }, { eq }) => eq(version, plan.version - 1))
        ).params<PreparedPut>(),
      ),
    );
    return commitFor(reads, this.table, puts, undefined);
  }

  /** Puts the plans of premises that have none, in batches and unconditionally: nobody works there yet. Returns how many. */
  async load(plans: readonly InspectionPlan[]): Promise<number> {
    const puts = plans.flatMap((plan) => this.#putsOf(plan).map((put) => put.params<PreparedPut>()));
    await putAll(this.table, itemsOf(puts));
    return plans.length;
  }

  #listed({ area, checklist }: DueList) {
    if (checklist !== undefined) return this.#dues.query.second({ secondList: `${area}#${checklist}` });
    if (area === ancestorAt(area, 'GRID')) return this.#plans.query.first({ firstList: area });
    if (area === ancestorAt(area, 'COMMUNITY')) return this.#plans.query.second({ secondList: area });
    return this.#dues.query.first({ firstList: area });
  }

  #putsOf(plan: InspectionPlan) {
    const { area, checklist, premises, version, name, kind, control, policy, dueOn, since, lastOn } = plan;
    const [grid, community, street, district] = (['GRID', 'COMMUNITY', 'STREET', 'DISTRICT'] as const).map(
      (level) => ancestorAt(area, level) ?? area,
    ) as [string, string, string, string];
    const turn = dueOn === undefined ? undefined : `${dueOn}#${area}#${shortId(premises)}#${checklist}`;
    const row: Row = [name, kind, control, policy, lastOn];
    const common = { premises, checklist, version, area, grid, turn, row, facts: { since } };
    const lists = (firstList: string, secondList: string) => turn !== undefined && { firstList, secondList };
    return [
      this.#plans.put({ ...common, ...lists(grid, community) }),
      this.#dues.put({ ...common, ...lists(street, `${district}#${checklist}`) }),
    ];
  }
}

function toPlan(stored: EntityItem<InspectionPlanEntity>): InspectionPlan {
  const { premises, checklist, version, area, turn } = stored;
  const [name, kind, control, policy, lastOn] = stored.row as Row;
  const { since } = stored.facts as Pick<InspectionPlan, 'since'>;
  const dueOn = turn?.split('#')[0];
  return { premises, checklist, version, area, name, kind, control, dueOn, since, lastOn, policy };
}

/** A row of an index: it carries only its keys and what is shown. */
function listed(item: object): KeyedRow {
  const { row, ...keys } = item as { row: Row; gsi1sk?: string; gsi2sk?: string };
  const key = keys.gsi1sk ?? keys.gsi2sk ?? '';
  const [dueOn = '', area = '', id = '', checklist = ''] = key.split('#');
  const [name, kind, control, policy, lastOn] = row;
  return {
    row: { dueOn, area, premises: longId(id), checklist, name, kind, control, policy, lastOn },
    key,
  };
}
