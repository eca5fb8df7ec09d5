import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { ancestorAt } from '../../shared/area-code';
import { type Change, withChange } from '../../shared/change';
import { TechnicalError } from '../../shared/errors';
import { type HouseholdRepo } from './household.repo';
import { type HouseholdFile } from './household.type';
import { type ResidentRepo } from './resident.repo';
import { type Resident } from './resident.type';

/** A courtyard that has another code from now on. */
export interface CourtyardRecoded {
  readonly from: string;
  readonly to: string;
}

/** Households followed at one time. */
const AT_ONCE = 8;

/** Most residents in one transaction beside their household; a transaction takes a hundred writes. */
const MOST_AT_ONCE = 90;

/** How often a household is tried again when somebody else changed it in between. */
const ATTEMPTS = 5;

/** Households and residents follow their courtyard when an adjustment of grids gives it another code. */
export class CourtyardMoveService {
  constructor(
    private readonly households: HouseholdRepo,
    private readonly residents: ResidentRepo,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Takes the households that lie in the old courtyard to the new one, with the open residences of those who live there;
   * ended residences stay as they were. May be cut off and repeated: what has followed is not found in the old one any
   * more. Returns how many were found there.
   */
  async follow({ from, to }: CourtyardRecoded, change: Change): Promise<number> {
    const found = await this.households.allIn(from);
    for (let start = 0; start < found.length; start += AT_ONCE) {
      const some = found.slice(start, start + AT_ONCE);
      await Promise.all(some.map(({ id }) => this.#take(id, { from, to }, change)));
    }
    return found.length;
  }

  /** Takes one household along; again when somebody changed it or its people meanwhile, so that no change is lost. */
  async #take(id: string, recoded: CourtyardRecoded, change: Change): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const reads = this.newReads();
      const household = await this.households.find(reads, id, { consistent: true });
      if (household?.courtyard !== recoded.from) return;
      const people = await this.#livingIn(reads, household, recoded.from);
      const moved = people.map((resident) => withResidence(resident, household.id, recoded, change));
      if (await this.#save(reads, withCourtyard(household, recoded.to, change), moved)) return;
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** Those whose record says that they live in the household as it was. */
  async #livingIn(reads: CollectionReader, { id, everyone }: HouseholdFile, courtyard: string) {
    const here = new Set(everyone.filter(({ until }) => until === undefined).map(({ resident }) => resident));
    const found = await Promise.all(
      [...here].map((resident) => this.residents.find(reads, resident, { consistent: true })),
    );
    return found
      .filter((resident) => resident !== undefined)
      .filter(({ residences }) =>
        residences.some((each) => isOpenIn(each, id) && each.courtyard === courtyard),
      );
  }

  /** The household last, so that one that was cut off is found again. */
  async #save(
    reads: CollectionReader,
    household: HouseholdFile,
    people: readonly Resident[],
  ): Promise<boolean> {
    const last = people.slice(-MOST_AT_ONCE);
    const before = people.slice(0, people.length - last.length);
    for (let start = 0; start < before.length; start += MOST_AT_ONCE) {
      const some = before.slice(start, start + MOST_AT_ONCE);
      if (!(await this.residents.save(reads, some, [], undefined)).done) return false;
    }
    const writes: PreparedPut[] = [this.households.replacing(household)];
    return (await this.residents.save(reads, last, writes, undefined)).done;
  }
}

function withCourtyard(household: HouseholdFile, courtyard: string, change: Change): HouseholdFile {
  return {
    ...household,
    courtyard,
    grid: ancestorAt(courtyard, 'GRID') ?? courtyard,
    version: household.version + 1,
    changes: withChange(household.changes, change),
  };
}

function withResidence(
  resident: Resident,
  household: string,
  { from, to }: CourtyardRecoded,
  change: Change,
): Resident {
  const residences = resident.residences.map((each) =>
    isOpenIn(each, household) && each.courtyard === from ? { ...each, courtyard: to } : each,
  );
  const { version, changes } = resident;
  return { ...resident, residences, version: version + 1, changes: withChange(changes, change) };
}

function isOpenIn(residence: { household: string; until?: string | undefined }, household: string): boolean {
  return residence.household === household && residence.until === undefined;
}
