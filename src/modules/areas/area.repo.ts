import { type Table } from '../../data/table';
import { ancestorAt, type AreaLevel, levelOf, pathOf } from '../../shared/area-code';
import { type Area } from './area.type';
import { createAreaEntity, createGridCellEntity } from './area.entity';
import { type Boundary } from './boundary.rules';

/** Where a grid lies: its code, the names down to it, and its boundary. */
export interface GridNearby {
  readonly grid: string;
  readonly names: readonly string[];
  readonly boundary: Boundary;
}

/** Reads and writes areas. */
export class AreaRepo {
  readonly #areas;
  readonly #cells;

  constructor(table: Table) {
    this.#areas = createAreaEntity(table);
    this.#cells = createGridCellEntity(table);
  }

  /** One area by code; one GetItem. */
  async find(code: string): Promise<Area | undefined> {
    const level = levelOf(code);
    if (level === undefined) return undefined;
    const { data } = await this.#areas.get({ district: districtOf(code), level, code }).go();
    return data === null ? undefined : toArea(data.code, data.names);
  }

  /** The areas of `level` inside `code`, by code; one Query, at most `limit`. */
  async inside(code: string, level: AreaLevel, limit: number): Promise<Area[]> {
    const { data } = await this.#areas.query
      .primary({ district: districtOf(code) })
      .begins({ level, code })
      .go({ limit });
    return data.map((row) => toArea(row.code, row.names));
  }

  /** The grids whose boundary touches an H3 cell; one Query. */
  async gridsAt(cell: string): Promise<GridNearby[]> {
    const { data } = await this.#cells.query.primary({ cell }).go();
    return data.map(({ grid, names, boundary }) => ({
      grid,
      names,
      boundary: JSON.parse(boundary) as Boundary,
    }));
  }

  /** Writes areas; each is replaced, so it may be repeated. */
  async saveAreas(areas: readonly { code: string; names: readonly string[] }[]): Promise<void> {
    const rows = areas.map(({ code, names }) => {
      const level = levelOf(code);
      if (level === undefined || names.length !== pathOf(code).length)
        throw new Error(`${code} is no area with its names.`);
      return { district: districtOf(code), level, code, names: [...names] };
    });
    const { unprocessed } = await this.#areas.put(rows).go({ concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} areas were not written; repeat.`);
  }

  /** Writes a grid's boundary under each of its cells; may be repeated. */
  async saveBoundary(grid: GridNearby, cells: readonly string[]): Promise<void> {
    const { grid: code, names, boundary } = grid;
    const rows = cells.map((cell) => ({
      cell,
      grid: code,
      names: [...names],
      boundary: JSON.stringify(boundary),
    }));
    const { unprocessed } = await this.#cells.put(rows).go({ concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} cells were not written; repeat.`);
  }
}

/** An area from its code and the names down to it. */
export function toArea(code: string, names: readonly string[]): Area {
  return { id: code, code, level: levelOf(code) ?? 'DISTRICT', name: names.at(-1) ?? code, names };
}

function districtOf(code: string): string {
  return ancestorAt(code, 'DISTRICT') ?? code;
}
