import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type Gate, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { districtOf } from '../areas/area.rules';
import { type AdjustmentEntity, createAdjustmentEntity, createGridLockEntity } from './adjustment.entity';
import { type AdjustmentState, isOpen, isPublished } from './adjustment.machine';
import { type AdjustmentContent, type AdjustmentKind, touchedGrids } from './adjustment.rules';
import { type Adjustment, type AdjustmentStep, type AdjustmentSummary } from './adjustment.type';
import { type Progress } from './effect.rules';
import { type GridChange, type GridChangeKind } from './grid-change.rules';

/** What lists show; the time is RFC 3339 UTC. Of a grid: code, name, change, courtyards in and out. */
interface Row {
  readonly community: string;
  readonly state: AdjustmentState;
  readonly kinds: readonly AdjustmentKind[];
  readonly on: string;
  readonly at: string;
  readonly grids: readonly (readonly [string, string, GridChangeKind, number, number])[];
}

/** What became of a write: done, or what stands there now, and a grid that another open plan touches. */
export type SaveResult =
  | { readonly done: true }
  | {
      readonly done: false;
      readonly standing?: Adjustment | undefined;
      readonly takenGrid?: string | undefined;
    };

/** Reads and writes plans, and which grids they touch. */
export class AdjustmentRepo {
  readonly #plans: AdjustmentEntity;
  readonly #locks;

  constructor(private readonly table: Table) {
    this.#plans = lazily(() => createAdjustmentEntity(table));
    this.#locks = lazily(() => createGridLockEntity(table));
  }

  /** The plan with this id; one Query. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<Adjustment | undefined> {
    const items = await reads.read(adjustmentKey(id), { consistent });
    return this.#parse(items.find(({ sk }) => sk === 'ADJUSTMENT'));
  }

  /** The plans of a district that `isWanted` wants, newest first; one Query, where nearly all are wanted. */
  async ofDistrict(
    district: string,
    page: PageKey,
    isWanted: (plan: AdjustmentSummary) => boolean,
  ): Promise<Page<AdjustmentSummary>> {
    const from = page.afterKey === undefined ? null : cursorAfter(district, page.afterKey);
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from },
      async (limit, cursor) => {
        const { data, cursor: next } = await this.#plans.query
          .ofDistrict({ district })
          .go({ limit, cursor, order: 'desc', ignoreOwnership: true });
        return { data: data.map(({ id, row }) => toSummary(id, row as Row)), cursor: next };
      },
      isWanted,
    );
    return pageFrom(
      rows.map((row) => ({ row, key: `${row.proposedAt.toISOString()}#${row.id}` })),
      page.limit,
    );
  }

  /** Ids of the plans that are due by a business date, the longest due first; one Query. */
  async due(date: string): Promise<readonly string[]> {
    const { data } = await this.#plans.query
      .due({ queue: 'ADJUSTMENTS' })
      .lte({ turn: `${date}~` })
      .go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id }) => id);
  }

  /** Writes a new plan and takes its grids: all or nothing. */
  async create(reads: CollectionReader, plan: Adjustment, gate: Gate | undefined): Promise<SaveResult> {
    const put = this.#plans
      .put(toStored(plan))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    const grids = touchedGrids(plan.content);
    const taking = grids.map((grid) =>
      this.#locks
        .put({ grid, plan: plan.id })
        .where((lock, { notExists }) => notExists(lock.plan))
        .params<PreparedPut>(),
    );
    return this.#save(reads, [put, ...taking], grids, gate);
  }

  /** Replaces a plan that nobody changed since `plan.version - 1`; one that has come to its end gives its grids free. */
  async replace(reads: CollectionReader, plan: Adjustment, gate: Gate | undefined): Promise<SaveResult> {
    const put = this.#plans
      .put(toStored(plan))
      .where(({ version }, { eq }) => eq(version, plan.version - 1))
      .params<PreparedPut>();
    if (isOpen(plan.state)) return this.#save(reads, [put], [], gate);
    const grids = touchedGrids(plan.content);
    const freeing = grids.map((grid) =>
      this.#locks
        .put({ grid })
        .where((lock, { eq }) => eq(lock.plan, plan.id))
        .params<PreparedPut>(),
    );
    return this.#save(reads, [put, ...freeing], grids, gate);
  }

  async #save(
    reads: CollectionReader,
    puts: readonly PreparedPut[],
    grids: readonly string[],
    gate: Gate | undefined,
  ): Promise<SaveResult> {
    const result = await commitFor(reads, this.table, puts, gate);
    if (result.done) return result;
    const [found, ...taken] = result.found;
    const standing = this.#parse(found);
    const index = taken.findIndex((lock) => lock !== undefined);
    return { done: false, standing, takenGrid: index < 0 ? undefined : grids[index] };
  }

  #parse(item: Record<string, unknown> | undefined): Adjustment | undefined {
    const { data } = item === undefined ? { data: null } : this.#plans.parse({ Item: item });
    return data === null ? undefined : toPlan(data);
  }
}

/** Partition key of a plan. */
function adjustmentKey(id: string): string {
  return `ADJUSTMENT#${id}`;
}

function toStored(plan: Adjustment): EntityItem<AdjustmentEntity> {
  const { id, version, community, state, kinds, effectiveOn, proposedAt, changes } = plan;
  const isDue = isPublished(state) && isOpen(state);
  const row: Row = {
    ...{ community, state, kinds, on: effectiveOn, at: proposedAt.toISOString() },
    grids: changes.map((each) => [
      ...([each.code, each.name, each.change, each.courtyardsIn, each.courtyardsOut] as const),
    ]),
  };
  return {
    ...{ id, version, row, district: districtOf(community), proposedAt: row.at, reason: plan.reason },
    ...{ content: JSON.stringify(plan.content), steps: plan.steps, progress: plan.progress },
    queue: isDue ? 'ADJUSTMENTS' : undefined,
    turn: isDue ? `${effectiveOn}#${id}` : undefined,
  };
}

function toPlan(stored: EntityItem<AdjustmentEntity>): Adjustment {
  const { id, version, reason } = stored;
  const content = JSON.parse(stored.content) as AdjustmentContent;
  const { grids, courtyards, workers } = content;
  return {
    ...toSummary(id, stored.row as Row),
    ...{ version, reason, content, grids, courtyards, workers },
    steps: stored.steps as readonly AdjustmentStep[],
    progress: stored.progress as Progress | undefined,
  };
}

function toSummary(id: string, { community, state, kinds, on, at, grids }: Row): AdjustmentSummary {
  const changes = grids.map(([code, name, change, courtyardsIn, courtyardsOut]): GridChange => {
    return { code, name, change, courtyardsIn, courtyardsOut };
  });
  return { id, community, state, kinds, effectiveOn: on, proposedAt: new Date(at), changes };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(district: string, key: string): string {
  const id = key.split('#').at(-1) ?? '';
  const start = {
    ...{ pk: adjustmentKey(id), sk: 'ADJUSTMENT' },
    ...{ gsi2pk: `ADJUSTMENTS#${district}`, gsi2sk: key },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
