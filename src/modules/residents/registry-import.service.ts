import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Author } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type HouseholdRepo } from './household.repo';
import { type HouseholdFile } from './household.type';
import { type RegistryDraftService } from './registry-draft.service';
import {
  type HouseholdRow,
  householdOf,
  planRows,
  refused,
  type ResidentRow,
  type RowDraft,
  type RowOutcome,
} from './registry-rows.rules';
import { packed } from './registry-pack.rules';
import { type ResidentRepo } from './resident.repo';

/** Most newcomers in one transaction, which takes a hundred writes. */
const MOST_AT_ONCE = 45;

/** Most writes in one transaction. */
const MOST_WRITES = 100;

/** How many transactions of many households are under way at once. */
const PACKS_AT_ONCE = 4;

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
   * are. The outcomes are in the order of the rows; the records say by whom they were taken in.
   */
  async importResidents(
    reads: CollectionReader,
    household: string,
    rows: readonly ResidentRow[],
    by?: Author,
  ): Promise<RowOutcome[]> {
    const outcomes: RowOutcome[] = [];
    for (let start = 0; start < rows.length; start += MOST_AT_ONCE) {
      outcomes.push(
        ...(await this.#importSome(reads, household, rows.slice(start, start + MOST_AT_ONCE), by)),
      );
    }
    return outcomes;
  }

  /**
   * Takes in the residents of many households, and each household with them where it is not on file. As many households
   * as fit are written in one transaction; the households of one that fails are taken in one by one.
   */
  async importHomes(reads: CollectionReader, homes: readonly Arriving[], by?: Author): Promise<void> {
    const parcels = await Promise.all(homes.map((home) => this.#parcel(reads, home, by)));
    const packs = packed(parcels, MOST_WRITES);
    for (let start = 0; start < packs.length; start += PACKS_AT_ONCE)
      await Promise.all(
        packs.slice(start, start + PACKS_AT_ONCE).map((pack) => this.#writePack(reads, pack, by)),
      );
  }

  /**
   * What taking in residents would come to, a list for each household; nothing is written. One Query a household, which
   * taking them in with the same `reads` shares, and one BatchGetItem for each hundred who are new there; of households
   * that no list shows, one BatchGetItem for each hundred.
   */
  async checkResidents(reads: CollectionReader, all: readonly Arriving[]): Promise<RowOutcome[][]> {
    const unlisted = all.filter(({ isListed }) => isListed === false);
    await this.households.noteAbsent(
      reads,
      unlisted.map(({ household }) => household.id),
    );
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
      return planRows(before, free, this.clock.now()).outcomes;
    });
  }

  /** What taking in the residents of one household writes. */
  async #parcel(reads: CollectionReader, home: Arriving, by?: Author): Promise<Parcel> {
    const { household, rows } = home;
    const [standing, drafts] = await Promise.all([
      this.households.find(reads, household.id, { consistent: true }),
      Promise.all(rows.map((row) => this.drafts.draft(household.id, row))),
    ]);
    const { arrivals, after } = planRows(standing ?? householdOf(household), drafts, this.clock.now(), by);
    if (arrivals.length === 0) return { home, puts: [] };
    const puts = [
      standing === undefined ? this.households.creating(after) : this.households.replacing(after),
      ...arrivals.map(({ member }) => this.households.keeping(household.id, member)),
      ...arrivals.map(({ resident }) => this.residentRepo.saving(resident)),
    ];
    return { home, puts };
  }

  async #writePack(reads: CollectionReader, pack: readonly Parcel[], by?: Author): Promise<void> {
    const puts = pack.flatMap((parcel) => parcel.puts);
    if (puts.length <= MOST_WRITES && (await this.#isWritten(reads, puts))) return;
    for (const { home } of pack) {
      await this.importHousehold(reads, home.household);
      await this.importResidents(reads, home.household.id, home.rows, by);
    }
  }

  /** Writes all of it or nothing: false when somebody else changed a part of it, or is changing it just now. */
  async #isWritten(reads: CollectionReader, puts: readonly PreparedPut[]): Promise<boolean> {
    try {
      return (await this.residentRepo.save(reads, [], puts, undefined)).done;
    } catch (error) {
      if (error instanceof TechnicalError && error.code === 'TRY_AGAIN') return false;
      throw error;
    }
  }

  async #arriving(reads: CollectionReader, { household, rows }: Arriving) {
    const drafts = await Promise.all(rows.map((row) => this.drafts.checked(household.id, row)));
    const standing = await this.households.find(reads, household.id, { consistent: true });
    try {
      return { before: standing ?? householdOf(household), drafts };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { before: NOWHERE, drafts: drafts.map(() => refused(error)) };
    }
  }

  async #importSome(
    reads: CollectionReader,
    id: string,
    rows: readonly ResidentRow[],
    by?: Author,
  ): Promise<RowOutcome[]> {
    const drafts = await Promise.all(rows.map((row) => this.drafts.draft(id, row)));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await this.households.find(reads, id, { consistent: true });
      if (before === undefined) return rows.map(() => refused(new Refusal('NOT_FOUND', {}, ['household'])));
      const { outcomes, after, arrivals } = planRows(before, drafts, this.clock.now(), by);
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

/** A household, on file or not yet, with those whom a file brings into it. */
export interface Arriving {
  readonly household: HouseholdRow & { readonly id: string };
  readonly rows: readonly ResidentRow[];
  /** Whether lists show the household; one that they do not show is hardly ever there. */
  readonly isListed?: boolean;
}

/** A household that people arrive in, and the writes which that takes. */
interface Parcel {
  readonly home: Arriving;
  readonly puts: readonly PreparedPut[];
}

/** Stands for a household that cannot be: nobody arrives there. */
const NOWHERE: HouseholdFile = {
  ...{ id: '', version: 0, grid: '', courtyard: '', door: '', address: '', kind: 'FAMILY' },
  ...{ memberCount: 0, floatingCount: 0, everyone: [], changes: [] },
};

/** The id of somebody who is not on file in the household yet; undefined for others and who is refused. */
function newcomerIn({ everyone }: HouseholdFile, draft: RowDraft): string | undefined {
  if ('refusal' in draft || everyone.some(({ resident }) => resident === draft.id)) return undefined;
  return draft.id;
}
