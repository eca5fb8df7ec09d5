import { levelOf } from '../../shared/area-code';
import { newId } from '../../shared/ids';
import { type AreaService } from '../areas/area.service';
import { type HouseholdService } from '../residents/household.service';
import { type Household } from '../residents/household.type';
import { type HouseholdRow } from './households.table';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';

type Areas = Pick<AreaService, 'lookUpAll' | 'allInside'>;
type Households = Pick<HouseholdService, 'lookUpAll' | 'allIn' | 'importHouseholds'>;

/** Households as rows of files. */
export class HouseholdStore implements RowStore<HouseholdRow> {
  constructor(
    private readonly areas: Areas,
    private readonly households: Households,
  ) {}

  newWriter(): RowWriter<HouseholdRow> {
    return new HouseholdWriter(this.areas, this.households);
  }

  async *rowsIn(area: string): AsyncGenerator<HouseholdRow> {
    const inGrids = levelOf(area) === 'GRID' || levelOf(area) === 'COURTYARD';
    const parts = inGrids ? [area] : (await this.areas.allInside(area, 'GRID')).map(({ code }) => code);
    for (const part of parts) {
      for await (const { courtyard, door, address, memberCount } of this.households.allIn(part))
        yield { courtyard, door, address, memberCount };
    }
  }
}

class HouseholdWriter implements RowWriter<HouseholdRow> {
  /** Whether there is a courtyard, as far as was asked. */
  readonly #courtyards = new Map<string, boolean>();
  /** What stands of the rows last compared: a household keeps its id. */
  #standing: ReadonlyMap<string, Household> = new Map();

  constructor(
    private readonly areas: Areas,
    private readonly households: Households,
  ) {}

  async compare(rows: readonly HouseholdRow[]): Promise<readonly RowOutcome[]> {
    await this.#lookForCourtyards(rows);
    const found = await this.households.lookUpAll(rows);
    this.#standing = new Map(found.map((household) => [keyOf(household), household]));
    return rows.map((row): RowOutcome => {
      if (this.#courtyards.get(row.courtyard) !== true)
        return { code: 'COURTYARD_UNKNOWN', values: { code: row.courtyard } };
      const stands = this.#standing.get(keyOf(row));
      if (stands === undefined) return 'NEW';
      const { address, memberCount = stands.memberCount } = row;
      return stands.address === address && stands.memberCount === memberCount ? 'UNCHANGED' : 'CHANGED';
    });
  }

  async write(rows: readonly HouseholdRow[]): Promise<void> {
    await this.households.importHouseholds(
      rows.map(({ memberCount, ...row }): Household => {
        const found = this.#standing.get(keyOf(row));
        return { ...row, id: found?.id ?? newId(), memberCount: memberCount ?? found?.memberCount ?? 0 };
      }),
    );
  }

  async #lookForCourtyards(rows: readonly HouseholdRow[]): Promise<void> {
    const asked = [...new Set(rows.map(({ courtyard }) => courtyard))].filter(
      (code) => !this.#courtyards.has(code),
    );
    const found = new Set((await this.areas.lookUpAll(asked)).map(({ code }) => code));
    for (const code of asked) this.#courtyards.set(code, found.has(code));
  }
}

function keyOf({ courtyard, door }: Pick<Household, 'courtyard' | 'door'>): string {
  return `${courtyard}#${door}`;
}
