import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createHouseholdEntity } from './household.entity';
import { type Household } from './household.type';

/** Reads and writes households. */
export class HouseholdRepo {
  readonly #households;

  constructor(table: Table) {
    this.#households = createHouseholdEntity(table);
  }

  /** The households of a grid or courtyard, by courtyard and door; one Query. */
  async inArea(area: string, page: PageKey): Promise<Page<Household>> {
    const grid = ancestorAt(area, 'GRID') ?? area;
    const within = this.#households.query.primary({ grid }).begins({ courtyard: area });
    const { data } = await within.go({
      limit: rowsToRead(page.limit),
      cursor: page.afterKey === undefined ? null : cursorAfter(grid, page.afterKey),
    });
    const rows = data.map((row) => ({ row, key: `${row.courtyard}#${row.door}` }));
    return pageFrom(rows, page.limit);
  }

  /** Writes households; each is replaced, so it may be repeated. */
  async save(households: readonly Household[]): Promise<void> {
    const rows = households.map((household) => ({
      ...household,
      grid: ancestorAt(household.courtyard, 'GRID') ?? household.courtyard,
    }));
    const { unprocessed } = await this.#households.put(rows).go({ concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} households were not written; repeat.`);
  }
}

/** ElectroDB's cursor for the row with this sort key. */
function cursorAfter(grid: string, key: string): string {
  return Buffer.from(JSON.stringify({ pk: `HOUSEHOLDS#${grid}`, sk: key })).toString('base64url');
}
