import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type HouseholdRepo } from './household.repo';
<<<<<<< HEAD
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
=======
import { checkedDoor, householdIdOf } from './household.rules';
import { type HouseholdFile, type HouseholdKind } from './household.type';
import { type Home, type Newcomer, planArrival } from './residence-plan.rules';
import { type Relation, type ResidenceBeginning } from './residence.rules';
import { type ResidentRepo } from './resident.repo';
import { checkedPerson, type Numbers, type PersonDraft } from './resident.rules';
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

/** A household, on file or not yet, with those whom a file brings into it. */
export interface Arriving {
  readonly household: HouseholdRow & { readonly id: string };
  readonly rows: readonly ResidentRow[];
}

/** What became of a row. */
export type RowOutcome =
  | { readonly outcome: 'ADDED' | 'UNCHANGED'; readonly id: string }
  | { readonly outcome: 'REFUSED'; readonly code: UserErrorCode; readonly refusal: Refusal };

/** By whom imports are done. */
const IMPORT = { id: 'import', name: '批量导入', role: 'ADMINISTRATOR' } as const;
>>>>>>> d021de2 (feat(jobs): residents, staff, dwellings and premises come in and go out as areas and households do)

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

  /**
   * What taking in residents would come to, a list for each household; nothing is written. One Query a household, which
   * taking them in with the same `reads` shares, and one BatchGetItem for each hundred who are new there.
   */
  async checkResidents(reads: CollectionReader, all: readonly Arriving[]): Promise<RowOutcome[][]> {
    const homes = await Promise.all(all.map((each) => this.#arriving(reads, each)));
    const unknown = homes.flatMap(({ before, drafts }) =>
      drafts.flatMap((draft) => newcomerIn(before, draft) ?? []),
    );
    const taken = new Set(await this.residentRepo.onFile(unknown));
    return homes.map(({ before, drafts }) => {
      const free = drafts.map((draft) => {
        const id = newcomerIn(before, draft);
        if (id === undefined) return draft;
        if (taken.has(id)) return refused(new Refusal('LIVES_ELSEWHERE', {}, ['household']));
        taken.add(id);
        return draft;
      });
      return this.#plan(before, free).outcomes;
    });
  }

  async #arriving(reads: CollectionReader, { household, rows }: Arriving) {
    const drafts = await Promise.all(rows.map((row) => this.#draft(household.id, row)));
    const standing = await this.households.find(reads, household.id, { consistent: true });
    try {
      return { before: standing ?? this.#household(household), drafts };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { before: NOWHERE, drafts: drafts.map(() => refused(error)) };
    }
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
        await this.#sealed(arrivals),
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
<<<<<<< HEAD
=======

  /** The household with everybody of the file who is not on file in it yet. */
  #plan(before: HouseholdFile, drafts: readonly Draft[]) {
    const at = this.clock.now();
    const change: Change = { id: IMPORT.id, mark: '', at: at.toISOString(), by: IMPORT, what: ['IMPORTED'] };
    const arrivals: Arrival[] = [];
    let after = before;
    const outcomes = drafts.map((draft) => {
      if ('refusal' in draft) return draft;
      const { id, who, row, numbers } = draft;
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
        arrivals.push({ resident: plan.resident, member, numbers });
        after = household;
        return { outcome: 'ADDED', id };
      });
    });
    const changes = withChange(before.changes, change);
    return { outcomes, arrivals, after: { ...after, version: before.version + 1, changes } };
  }

  /** The newcomers as they are stored. Sealing costs most of all, so nobody is sealed who is on file already. */
  async #sealed(arrivals: readonly Arrival[]): Promise<Resident[]> {
    return Promise.all(
      arrivals.map(async ({ resident, numbers }) => ({
        ...resident,
        ...(await this.residents.store(resident.id, numbers)),
      })),
    );
  }

  async #draft(household: string, row: ResidentRow): Promise<Draft> {
    try {
      const { person, numbers } = checkedPerson(row, businessDate(this.clock.now()));
      const { name, birthDate, sex } = person;
      const natural = numbers.identityNumber ?? [household, name, birthDate, sex].join('|');
      const id = row.id ?? derivedId(await this.vault.indexOf('RESIDENT', natural));
      return { id, row, numbers, who: { id, ...person } };
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
      ...{ id: id ?? householdIdOf(courtyard, door), version: 1, grid, courtyard, door },
      ...{ address, kind, memberCount: 0, floatingCount: 0, everyone: [], changes: [] },
    };
  }
}

/** A row that is ready to be taken in, or why it is not. */
type Draft =
  | { readonly id: string; readonly row: ResidentRow; readonly who: Newcomer; readonly numbers: Numbers }
  | Extract<RowOutcome, { outcome: 'REFUSED' }>;

/** Somebody who is to be written, with what is still to be sealed of them. */
interface Arrival {
  readonly resident: Resident;
  readonly member: Home['member'];
  readonly numbers: Numbers;
}

/** Stands for a household that cannot be: nobody arrives there. */
const NOWHERE: HouseholdFile = {
  ...{ id: '', version: 0, grid: '', courtyard: '', door: '', address: '', kind: 'FAMILY' },
  ...{ memberCount: 0, floatingCount: 0, everyone: [], changes: [] },
};

/** The id of somebody who is not on file in the household yet; undefined for others and who is refused. */
function newcomerIn({ everyone }: HouseholdFile, draft: Draft): string | undefined {
  if ('refusal' in draft || everyone.some(({ resident }) => resident === draft.id)) return undefined;
  return draft.id;
}

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
>>>>>>> d021de2 (feat(jobs): residents, staff, dwellings and premises come in and go out as areas and households do)
}
