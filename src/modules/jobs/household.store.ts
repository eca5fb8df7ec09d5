import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { checkedDoor } from '../residents/household.rules';
import { type RegistryImportService } from '../residents/registry-import.service';
import { type DoorAccess, Doors, gridsIn } from './doors';
import { type HouseholdRow } from './households.table';
import { problemOf } from './refusal.rules';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';

/** How many households are written side by side. */
const HOMES_AT_ONCE = 8;

/** What households are read and written with. */
interface Access extends DoorAccess {
  readonly registry: Pick<RegistryImportService, 'importHousehold'>;
  readonly newReads: () => CollectionReader;
}

/** Households as rows of files. One that is on file stays as it is. */
export class HouseholdStore implements RowStore<HouseholdRow> {
  constructor(private readonly access: Access) {}

  newWriter(): RowWriter<HouseholdRow> {
    return new HouseholdWriter(this.access);
  }

  async *rowsIn(area: string): AsyncGenerator<HouseholdRow> {
    const { areas, households } = this.access;
    for (const grid of await gridsIn(areas, area)) {
      for (const { courtyard, door, address, kind, memberCount } of await households.allIn(grid))
        yield { courtyard, door, address, kind, memberCount };
    }
  }
}

class HouseholdWriter implements RowWriter<HouseholdRow> {
  readonly #doors: Doors;

  constructor(private readonly access: Access) {
    this.#doors = new Doors(access);
  }

  async compare(rows: readonly HouseholdRow[]): Promise<readonly RowOutcome[]> {
    await this.#doors.lookAt(rows);
    return rows.map(({ courtyard, door }): RowOutcome => {
      if (this.#doors.nameOf(courtyard) === undefined)
        return { code: 'COURTYARD_UNKNOWN', values: { courtyard }, field: 'courtyard' };
      try {
        return this.#doors.household(courtyard, checkedDoor(door)).isThere ? 'UNCHANGED' : 'NEW';
      } catch (error) {
        if (error instanceof Refusal) return problemOf(error);
        throw error;
      }
    });
  }

  async write(rows: readonly HouseholdRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += HOMES_AT_ONCE)
      await Promise.all(rows.slice(start, start + HOMES_AT_ONCE).map((row) => this.#writeOne(row)));
  }

  async #writeOne({ courtyard, door, address, kind }: HouseholdRow): Promise<void> {
    await this.access.registry.importHousehold(this.access.newReads(), { courtyard, door, address, kind });
    this.#doors.wrote(courtyard, door);
  }
}
