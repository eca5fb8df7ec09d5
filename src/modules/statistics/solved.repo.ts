import { readMany } from '../../data/batch-read';
import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { createSolvedCountEntity, createSolvedNoteEntity } from './solved.entity';
import { NOTHING_SOLVED, type SolvedCounts, sumOf } from './solved.rules';

/** A change to count. */
export interface SolvedNote {
  readonly id: string;
  readonly version: number;
  /** Until when it is remembered that it has been counted. */
  readonly until: Date;
}

/** What a change adds, and where. */
export interface Addition {
  readonly areas: readonly string[];
  readonly day: Day;
  readonly counts: SolvedCounts;
}

/** Reads and writes what was solved where and when. */
export class SolvedRepo {
  readonly #counts;
  readonly #notes;

  constructor(private readonly table: Table) {
    this.#counts = lazily(() => createSolvedCountEntity(table));
    this.#notes = lazily(() => createSolvedNoteEntity(table));
  }

  /** The days of a period on which something was solved in an area, added up; one Query. */
  async of(area: string, from: Day, to: Day): Promise<SolvedCounts> {
    const { data } = await this.#counts.query
      .primary({ area })
      .between({ day: from }, { day: to })
      .go({ pages: 'all' });
    return sumOf(data.map(({ counts }) => counts as SolvedCounts));
  }

  /**
   * Counts a change in each of its areas, unless it was counted before: what it adds and that it was added are one transaction.
   * One read of as many items as there are areas. RIVAL when another change of the same day was counted meanwhile.
   */
  async count(note: SolvedNote, { areas, day, counts }: Addition): Promise<'COUNTED' | 'KNOWN' | 'RIVAL'> {
    const standing = await readMany(
      this.table,
      areas.map((area) => ({ pk: `SOLVED#${area}`, sk: day })),
      { consistent: true },
    );
    const result = await commit(
      this.table,
      [
        this.#noted(note),
        ...areas.map((area) => {
          const known = standing.find((item) => item.area === area);
          const before = (known?.counts as SolvedCounts | undefined) ?? NOTHING_SOLVED;
          return this.#counted(area, day, Number(known?.version ?? 0), sumOf([before, counts]));
        }),
      ],
      undefined,
    );
    if (result.done) return 'COUNTED';
    return result.found[0] === undefined ? 'RIVAL' : 'KNOWN';
  }

  #noted({ id, version, until }: SolvedNote): PreparedPut {
    return this.#notes
      .put({ id, version, expiresAt: Math.ceil(until.getTime() / 1000) })
      .where((found, { notExists }) => notExists(found.id))
      .params<PreparedPut>();
  }

  #counted(area: string, day: Day, before: number, counts: SolvedCounts): PreparedPut {
    const put = this.#counts.put({ area, day, version: before + 1, counts });
    return put
      .where((found, { notExists, eq }) => (before === 0 ? notExists(found.area) : eq(found.version, before)))
      .params<PreparedPut>();
  }
}
