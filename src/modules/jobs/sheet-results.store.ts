import { type CollectionReader } from '../../data/collection-reader';
import { type SheetFillReadingService } from '../sheets/fill-reading.service';
import { type SheetService } from '../sheets/sheet.service';
import { sheetResultsRow, sheetResultsTable } from './sheet-results.table';
import { type AnyTable } from './table.rules';

/** What the results of sheets are read with. */
interface Access {
  readonly sheets: Pick<SheetService, 'publishedVersions'>;
  readonly sheetReading: Pick<SheetFillReadingService, 'allIn'>;
  readonly newReads: () => CollectionReader;
}

/** The results of a sheet as rows of a file; they only go out. */
export class SheetResultsStore {
  constructor(private readonly access: Access) {}

  /** What the file of a sheet looks like, and its rows of an area. */
  async open(
    sheet: string,
    area: string,
  ): Promise<{ table: AnyTable; rows: AsyncIterable<Record<string, unknown>> }> {
    const { sheets, newReads } = this.access;
    const versions = await sheets.publishedVersions(newReads(), sheet);
    return { table: sheetResultsTable(versions), rows: this.#rows(sheet, area) };
  }

  async *#rows(sheet: string, area: string): AsyncGenerator<Record<string, unknown>> {
    for await (const fill of this.access.sheetReading.allIn(sheet, area)) yield sheetResultsRow(fill);
  }
}
