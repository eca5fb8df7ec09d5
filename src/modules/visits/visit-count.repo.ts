import { type EntityItem } from 'electrodb';
import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { NO_VISITS, type VisitCounts } from './visit-count.rules';
import { createVisitCountEntity } from './visit-plan.entity';

/** How the visits of a grid stood when they were counted, and those of each of its workers. */
export interface CountedVisits {
  readonly grid: string;
  readonly at: Date;
  readonly counts: VisitCounts;
  readonly workers: readonly CountedWorker[];
}

/** The part of one worker. */
export interface CountedWorker {
  readonly person: string;
  readonly name: string;
  readonly counts: VisitCounts;
}

/** The figures, in the order in which they are stored: as a list they take a tenth of the room. */
const FIGURES = Object.keys(NO_VISITS) as (keyof VisitCounts)[];

interface StoredWorker {
  readonly person: string;
  readonly name: string;
  readonly counts: readonly number[];
}

type Stored = EntityItem<ReturnType<typeof createVisitCountEntity>>;

/** Reads and writes how visits stand. */
export class VisitCountRepo {
  readonly #counts;

  constructor(private readonly table: Table) {
    this.#counts = lazily(() => createVisitCountEntity(table));
  }

  /** The figures of a period (`NOW` or a month) of all grids inside an area; one Query for each megabyte. */
  async inside(period: string, area: string): Promise<CountedVisits[]> {
    const { data } = await this.#counts.query
      .primary({ district: districtOf(area) })
      .begins({ period, grid: area })
      .go({ pages: 'all' });
    return data.map(fromStored);
  }

  /** Keeps the figures of a grid for a period, unless some that were counted later stand there. */
  async save(period: string, { grid, at, counts, workers }: CountedVisits): Promise<void> {
    const put = this.#counts
      .put({
        ...{ district: districtOf(grid), period, grid, at: at.toISOString(), counts: toList(counts) },
        workers: workers.map((each) => ({ ...each, counts: toList(each.counts) })),
      })
      .where((known, { lte, notExists }) => `${notExists(known.at)} OR ${lte(known.at, at.toISOString())}`)
      .params<PreparedPut>();
    await commit(this.table, [put], undefined);
  }
}

function districtOf(area: string): string {
  return ancestorAt(area, 'DISTRICT') ?? area;
}

function toList(counts: VisitCounts): number[] {
  return FIGURES.map((figure) => counts[figure]);
}

function fromList(list: readonly number[]): VisitCounts {
  return Object.fromEntries(
    FIGURES.map((figure, index) => [figure, list[index] ?? 0]),
  ) as unknown as VisitCounts;
}

function fromStored({ grid, at, counts, workers }: Stored): CountedVisits {
  const parts = (workers as readonly StoredWorker[]).map((each) => ({
    ...each,
    counts: fromList(each.counts),
  }));
  return { grid, at: new Date(at), counts: fromList(counts), workers: parts };
}
