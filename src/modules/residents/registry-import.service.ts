import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { ancestorAt } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Change, withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { derivedId } from '../../shared/ids';
import { type UserErrorCode } from '../../shared/messages';
import { type HouseholdRepo } from './household.repo';
import { checkedDoor } from './household.rules';
import { type HouseholdFile, type HouseholdKind } from './household.type';
import { type Home, type Newcomer, planArrival } from './residence-plan.rules';
import { type Relation, type ResidenceBeginning } from './residence.rules';
import { type ResidentRepo } from './resident.repo';
import { checkedPerson, type PersonDraft } from './resident.rules';
import { type ResidentService } from './resident.service';
import { type Resident } from './resident.type';

/** A household as a file brings it. */
export interface HouseholdRow {
  /** Where it has one; else it is derived from courtyard and door, so that the same file meets its own records. */
  readonly id?: string | undefined;
  readonly courtyard: string;
  readonly door: string;
  readonly address: string;
  readonly kind?: HouseholdKind | undefined;
}

/** A resident as a file brings them. */
export interface ResidentRow extends PersonDraft {
  /** Where they have one; else it is derived from the identity number, or from name, birth date and household. */
  readonly id?: string | undefined;
  readonly relation: Relation;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly beginning?: ResidenceBeginning | undefined;
}

/** What became of a row. */
export type RowOutcome =
  | { readonly outcome: 'ADDED' | 'UNCHANGED'; readonly id: string }
  | { readonly outcome: 'REFUSED'; readonly code: UserErrorCode; readonly refusal: Refusal };

/** By whom imports are done. */
const IMPORT = { id: 'import', name: '批量导入', role: 'ADMINISTRATOR' } as const;

/** Most newcomers in one transaction, which takes a hundred writes. */
const MOST_AT_ONCE = 45;

/** How often a household is tried again when somebody else changed it in between. */
const ATTEMPTS = 4;

/** Taking in whole files of households and residents; may be repeated, and what people changed since stays. */
export class RegistryImportService {
  constructor(
    private readonly households: HouseholdRepo,
    private readonly residentRepo: ResidentRepo,
    private readonly residents: ResidentService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Takes in a household, where there is none behind its door; one conditional write. */
  async importHousehold(reads: CollectionReader, row: HouseholdRow): Promise<RowOutcome> {
    try {
      const household = this.#household(row);
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
    const drafts: Draft[] = await Promise.all(rows.map((row) => this.#draft(id, row)));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.households.find(reads, id, { consistent: true });
      if (before === undefined) return rows.map(() => refused(new Refusal('NOT_FOUND', {}, ['household'])));
      const { outcomes, after, arrivals } = this.#plan(before, drafts);
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

  /** The household with everybody of the file who is not on file in it yet. */
  #plan(before: HouseholdFile, drafts: readonly Draft[]) {
    const at = this.clock.now();
    const change: Change = { id: IMPORT.id, mark: '', at: at.toISOString(), by: IMPORT, what: ['IMPORTED'] };
    const arrivals: { resident: Resident; member: Home['member'] }[] = [];
    let after = before;
    const outcomes = drafts.map((draft) => {
      if ('refusal' in draft) return draft;
      const { id, who, row } = draft;
      if (after.everyone.some(({ resident }) => resident === id))
        return { outcome: 'UNCHANGED', id } as const;
      const { relation, from, beginning = 'RECORDED' } = row;
      return outcomeOf(() => {
        const plan = planArrival(
          who,
          after,
          { relation, from, beginning },
          { change, today: businessDate(at) },
        );
        const [{ household, member }] = plan.homes;
        arrivals.push({ resident: plan.resident, member });
        after = household;
        return { outcome: 'ADDED', id };
      });
    });
    const changes = withChange(before.changes, change);
    return { outcomes, arrivals, after: { ...after, version: before.version + 1, changes } };
  }

  async #draft(household: string, row: ResidentRow): Promise<Draft> {
    try {
      const { person, numbers } = checkedPerson(row, businessDate(this.clock.now()));
      const { name, birthDate, sex } = person;
      const natural = numbers.identityNumber ?? [household, name, birthDate, sex].join('|');
      const id = row.id ?? derivedId(await this.vault.indexOf('RESIDENT', natural));
      return { id, row, who: { id, ...person, ...(await this.residents.store(id, numbers)) } };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }

  #household({ id, courtyard, door: written, address, kind = 'FAMILY' }: HouseholdRow): HouseholdFile {
    const door = checkedDoor(written);
    const grid = ancestorAt(courtyard, 'GRID');
    if (grid === undefined || ancestorAt(courtyard, 'COURTYARD') !== courtyard)
      throw new Refusal('AREA_UNKNOWN', { area: courtyard }, ['courtyard']);
    return {
      ...{ id: id ?? derivedId(`household|${courtyard}|${door}`), version: 1, grid, courtyard, door },
      ...{ address, kind, memberCount: 0, floatingCount: 0, everyone: [], changes: [] },
    };
  }
}

/** A row that is ready to be taken in, or why it is not. */
type Draft =
  | { readonly id: string; readonly row: ResidentRow; readonly who: Newcomer }
  | Extract<RowOutcome, { outcome: 'REFUSED' }>;

function outcomeOf(make: () => RowOutcome): RowOutcome {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function refused(refusal: Refusal): Extract<RowOutcome, { outcome: 'REFUSED' }> {
  return { outcome: 'REFUSED', code: refusal.code, refusal };
}
