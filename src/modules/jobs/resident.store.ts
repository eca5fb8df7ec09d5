import { type CollectionReader } from '../../data/collection-reader';
import { type Author } from '../../shared/change';
import { type Arriving, type RegistryImportService } from '../residents/registry-import.service';
import { type DoorAccess, Doors, gridsIn } from './doors';
import { problemOf } from './refusal.rules';
import { type ResidentRow } from './residents.table';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';

/** Households whose people are read side by side for an export. */
const READ_AT_ONCE = 16;

/** What residents are read and written with. */
interface Access extends DoorAccess {
  readonly registry: Pick<RegistryImportService, 'checkResidents' | 'importHomes'>;
  readonly newReads: () => CollectionReader;
}

/** Residents as rows of files: brought in with their numbers, which are sealed at once; taken out with masked ones. */
export class ResidentStore implements RowStore<ResidentRow> {
  constructor(private readonly access: Access) {}

  newWriter(by: Author): RowWriter<ResidentRow> {
    return new ResidentWriter(this.access, by);
  }

  async *rowsIn(area: string): AsyncGenerator<ResidentRow> {
    const { areas, households } = this.access;
    for (const grid of await gridsIn(areas, area)) {
      const all = (await households.allIn(grid)).filter(({ memberCount }) => memberCount > 0);
      for (let start = 0; start < all.length; start += READ_AT_ONCE) {
        const some = all.slice(start, start + READ_AT_ONCE).map(({ id }) => this.#membersOf(id));
        yield* (await Promise.all(some)).flat();
      }
    }
  }

  async #membersOf(id: string): Promise<ResidentRow[]> {
    const { households, newReads } = this.access;
    const home = await households.lookUp(newReads(), id);
    if (home === undefined) return [];
    const { courtyard, door } = home;
    return households.membersOn(home).map(({ name, sex, birthDate, kind, relation, from, ...masked }) => ({
      ...{ name, sex: sex === 'MALE' || sex === 'FEMALE' ? sex : undefined, birthDate, kind },
      ...{ identityNumber: masked.maskedIdentityNumber, phone: masked.maskedPhone },
      ...{ courtyard, door, relation, from },
    }));
  }
}

/** The rows of one household. */
interface Home extends Arriving {
  readonly places: number[];
  readonly isListed: boolean;
}

class ResidentWriter implements RowWriter<ResidentRow> {
  readonly #doors: Doors;
  /** What the last comparison read: writing shares it. */
  #reads: CollectionReader;
  /** Where each resident of this file arrives: nobody arrives in two households. */
  readonly #arrived = new Map<string, string>();

  constructor(
    private readonly access: Access,
    private readonly by: Author,
  ) {
    this.#doors = new Doors(access);
    this.#reads = access.newReads();
  }

  async compare(rows: readonly ResidentRow[]): Promise<readonly RowOutcome[]> {
    this.#reads = this.access.newReads();
    await this.#doors.lookAt(rows);
    const outcomes = rows.map(({ courtyard }): RowOutcome =>
      this.#doors.nameOf(courtyard) === undefined
        ? { code: 'COURTYARD_UNKNOWN', values: { courtyard }, field: 'courtyard' }
        : 'UNCHANGED',
    );
    const homes = this.#homes(rows).filter(({ household }) => this.#doors.nameOf(household.courtyard));
    const checked = await this.access.registry.checkResidents(this.#reads, homes);
    homes.forEach(({ household, places }, at) => {
      checked[at]?.forEach((outcome, index) => {
        const place = places[index];
        if (place !== undefined) outcomes[place] = this.#outcome(household.id, outcome);
      });
    });
    return outcomes;
  }

  async write(rows: readonly ResidentRow[]): Promise<void> {
    const homes = this.#homes(rows);
    await this.access.registry.importHomes(this.#reads, homes, this.by);
    for (const { household, isListed } of homes)
      if (!isListed) this.#doors.wrote(household.courtyard, household.door);
  }

  #outcome(household: string, outcome: Checked): RowOutcome {
    if (outcome.outcome === 'REFUSED') return problemOf(outcome.refusal);
    const { id } = outcome;
    const home = this.#arrived.get(id) ?? household;
    this.#arrived.set(id, home);
    if (outcome.outcome === 'UNCHANGED') return 'UNCHANGED';
    return home === household ? 'NEW' : { code: 'LIVES_ELSEWHERE' };
  }

  /** The rows by household, in the order in which the file names them first. */
  #homes(rows: readonly ResidentRow[]): Home[] {
    const homes = new Map<string, Home & { readonly rows: ResidentRow[] }>();
    rows.forEach((row, place) => {
      const { courtyard, door } = row;
      const { id, isThere: isListed } = this.#doors.household(courtyard, door);
      const address = `${this.#doors.nameOf(courtyard) ?? ''} ${door}`;
      const home = homes.get(id) ?? {
        household: { id, courtyard, door, address },
        rows: [],
        places: [],
        isListed,
      };
      home.rows.push(row);
      home.places.push(place);
      homes.set(id, home);
    });
    return [...homes.values()];
  }
}

type Checked = Awaited<ReturnType<RegistryImportService['checkResidents']>>[number][number];
