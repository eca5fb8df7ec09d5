import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { countsFrom, type InspectionCounts, listOf } from './inspection-count.rules';
import { createInspectionCountEntity } from './inspection-plan.entity';

/** How the inspections of a grid stood when they were counted, by checklist. */
export interface CountedInspections {
  readonly grid: string;
  readonly at: Date;
  readonly counts: ReadonlyMap<string, InspectionCounts>;
}

/** Reads and writes how inspections stand. */
export class InspectionCountRepo {
  readonly #counts;

  constructor(private readonly table: Table) {
    this.#counts = lazily(() => createInspectionCountEntity(table));
  }

  /** The figures of a period (`NOW` or a month) of all grids inside an area; one Query for each megabyte. */
  async inside(period: string, area: string): Promise<CountedInspections[]> {
    const { data } = await this.#counts.query
      .primary({ district: districtOf(area) })
      .begins({ period, grid: area })
      .go({ pages: 'all' });
    return data.map(({ grid, at, counts }) => {
      const lists = Object.entries(counts as Record<string, readonly number[]>);
      return {
        ...{ grid, at: new Date(at) },
        counts: new Map(lists.map(([checklist, list]) => [checklist, countsFrom(list)])),
      };
    });
  }

  /** Keeps the figures of a grid for a period, unless some that were counted later stand there. */
  async save(period: string, { grid, at, counts }: CountedInspections): Promise<void> {
    const lists = [...counts].map(([checklist, figures]) => [checklist, listOf(figures)] as const);
    const put = this.#counts
      .put({
        ...{ district: districtOf(grid), period, grid, at: at.toISOString() },
        counts: Object.fromEntries(lists),
      })
      .where((known, { lte, notExists }) => `${notExists(known.at)} OR ${lte(known.at, at.toISOString())}`)
      .params<PreparedPut>();
    await commit(this.table, [put], undefined);
  }
}

function districtOf(area: string): string {
  return ancestorAt(area, 'DISTRICT') ?? area;
}
