import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type HouseholdRepo } from './household.repo';
import { type RegistryDraftService } from './registry-draft.service';
import {
  type HouseholdRow,
  householdOf,
  planRows,
  refused,
  type ResidentRow,
  type RowOutcome,
} from './registry-rows.rules';
import { type ResidentRepo } from './resident.repo';

/** Most newcomers in one transaction, which takes a hundred writes. */
const MOST_AT_ONCE = 45;

/** How often a household is tried again when somebody else changed it in between. */
const ATTEMPTS = 4;

/** Taking in whole files of households and residents; may be repeated, and what people changed since stays. */
export class RegistryImportService {
  constructor(
    private readonly households: HouseholdRepo,
    private readonly residentRepo: ResidentRepo,
    private readonly drafts: RegistryDraftService,
    private readonly clock: Clock,
  ) {}

  /** Takes in a household, where there is none behind its door; one conditional write. */
  async importHousehold(reads: CollectionReader, row: HouseholdRow): Promise<RowOutcome> {
    try {
      const household = householdOf(row);
      const { done } = await this.households.create(reads, household, undefined);
      return { outcome: done ? 'ADDED' : 'UNCHANGED', id: household.id };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }

  /**
   * Takes in the residents of one household, in one transaction for every 45; whoever is on file already stays as they
   * are. The outcomes are in the order of the rows.
   */
  async importResidents(
    reads: CollectionReader,
    household: string,
    rows: readonly ResidentRow[],
  ): Promise<RowOutcome[]> {
    const outcomes: RowOutcome[] = [];
    for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
      outcomes.push(...(await this.#importSome(reads, household, rows.slice(start, start + MOST_AT_ONCE))));
    }
    return outcomes;
  }

  async #importSome(
    reads: CollectionReader,
    id: string,
    rows: readonly ResidentRow[],
  ): Promise<RowOutcome[]> {
    const drafts = await Promise.all(rows.map((row) => this.drafts.draft(id, row)));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.households.find(reads, id, { consistent: true });
      if (before === undefined) return rows.map(() => refused(new Refusal('NOT_FOUND', {}, ['household'])));
      const { outcomes, after, arrivals } = planRows(before, drafts, this.clock.now());
      if (arrivals.length === 0) return outcomes;
      const result = await this.residentRepo.save(
        reads,
        arrivals.map(({ resident }) => resident),
        [
          this.households.replacing(after),
          ...arrivals.map(({ member }) => this.households.keeping(id, member)),
        ],
        undefined,
      );
      if (result.done) return outcomes;
      // Whoever is on file elsewhere stays there: the others are tried without them.
      arrivals.forEach(({ resident }, place) => {
        if (result.found[place] === undefined) return;
        const index = drafts.findIndex((draft) => 'id' in draft && draft.id === resident.id);
        drafts[index] = refused(new Refusal('LIVES_ELSEWHERE', {}, ['household']));
      });
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}
