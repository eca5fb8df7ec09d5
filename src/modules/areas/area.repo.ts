import { type EntityItem } from 'electrodb';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { AREA_LEVELS, type AreaLevel, levelOf } from '../../shared/area-code';
import { isValidOn } from '../../shared/business-date';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { districtOf, type NamedArea } from './area.rules';
import { createAreaEntity } from './area.entity';

type Stored = EntityItem<ReturnType<typeof createAreaEntity>>;

/** Reads and writes the tree of areas. */
export class AreaRepo {
  readonly #areas;

  constructor(table: Table) {
    this.#areas = lazily(() => createAreaEntity(table));
  }

  /** One area by code, also one that is past; one GetItem. */
  async find(code: string, { consistent = false } = {}): Promise<NamedArea | undefined> {
    const level = levelOf(code);
    if (level === undefined) return undefined;
    const { data } = await this.#areas.get({ district: districtOf(code), level, code }).go({ consistent });
    return data === null ? undefined : fromStored(data);
  }

  /** The areas of `level` inside `code` that hold on a business date, by code; one Query. */
  async inside(code: string, level: AreaLevel, date: string, page: PageKey): Promise<Page<NamedArea>> {
    const district = districtOf(code);
    const from = page.afterKey === undefined ? null : cursorAfter(district, level, page.afterKey);
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from },
      (limit, cursor) =>
        this.#areas.query.primary({ district }).begins({ level, code }).go({ limit, cursor }),
      (row) => isValidOn(row, date),
    );
    return pageFrom(
      rows.map((row) => ({ row: fromStored(row), key: row.code })),
      page.limit,
    );
  }

  /** Those of the areas that there are, past ones too; one BatchGetItem for each hundred. */
  async findAll(codes: readonly string[]): Promise<NamedArea[]> {
    const keys = codes.flatMap((code) => {
      const level = levelOf(code);
      return level === undefined ? [] : [{ district: districtOf(code), level, code }];
    });
    if (keys.length === 0) return [];
    const { data, unprocessed } = await this.#areas.get(keys).go({ concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} areas were not read; repeat.`);
    return data.map(fromStored);
  }

  /** All areas of `level` inside `code` that hold on a business date, by code; as many Queries as they have megabytes. */
  async allInside(code: string, level: AreaLevel, date: string): Promise<NamedArea[]> {
    const within = this.#areas.query.primary({ district: districtOf(code) }).begins({ level, code });
    const { data } = await within.go({ pages: 'all' });
    return data.filter((row) => isValidOn(row, date)).map(fromStored);
  }

  /** What is packed together to be searched: a street with all in it, past areas too, or a district by itself. */
  async packOf(code: string): Promise<NamedArea[]> {
    const district = districtOf(code);
    const levels = code === district ? (['DISTRICT'] as const) : AREA_LEVELS.slice(1);
    const found = await Promise.all(
      levels.map((level) =>
        this.#areas.query
          .primary({ district })
          .begins({ level, code })
          .go({ pages: 'all', consistent: true }),
      ),
    );
    return found.flatMap(({ data }) => data.map(fromStored));
  }

  /** Writes areas; each is replaced, so it may be repeated. */
  async save(areas: readonly NamedArea[]): Promise<void> {
    const rows = areas.map(({ code, names, facts: { replaces, replacedBy, ...facts } }) => ({
      ...{ district: districtOf(code), level: levelOf(code) ?? 'DISTRICT', code, names: [...names] },
      ...facts,
      replaces: replaces && [...replaces],
      replacedBy: replacedBy && [...replacedBy],
    }));
    const { unprocessed } = await this.#areas.put(rows).go({ concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} areas were not written; repeat.`);
  }
}

function fromStored(stored: Stored): NamedArea {
  const { code, names, kind, department, validFrom, validTo, replaces, replacedBy } = stored;
  return { code, names, facts: { kind, department, validFrom, validTo, replaces, replacedBy } };
}

/** ElectroDB's cursor for the area with this code. */
function cursorAfter(district: string, level: AreaLevel, code: string): string {
  return Buffer.from(JSON.stringify({ pk: `AREAS#${district}`, sk: `${level}#${code}` })).toString(
    'base64url',
  );
}
