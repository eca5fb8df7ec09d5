import { AREA_LEVELS, ancestorAt, levelOf, parentOf } from '../../shared/area-code';
import { type AreaService } from '../areas/area.service';
import { type Area } from '../areas/area.type';
import { type Boundary } from '../areas/boundary.rules';
import { type AreaRow } from './areas.table';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';

/** What of the areas an import and an export need. */
type Areas = Pick<AreaService, 'lookUpAll' | 'allInside' | 'boundariesIn' | 'importAreas'>;

/** Areas as rows of files. */
export class AreaStore implements RowStore<AreaRow> {
  constructor(private readonly areas: Areas) {}

  newWriter(): RowWriter<AreaRow> {
    return new AreaWriter(this.areas);
  }

  async *rowsIn(area: string): AsyncGenerator<AreaRow> {
    const boundaries = new Boundaries(this.areas);
    for (const level of AREA_LEVELS.slice(AREA_LEVELS.indexOf(levelOf(area) ?? 'DISTRICT'))) {
      for (const { code, name } of await this.areas.allInside(area, level))
        yield { code, name, boundary: level === 'GRID' ? await boundaries.of(code) : undefined };
    }
  }
}

class AreaWriter implements RowWriter<AreaRow> {
  /** Names down to each area of this file: those that follow lie in them, also where nothing is written. */
  readonly #names = new Map<string, readonly string[]>();

  constructor(private readonly areas: Areas) {}

  async compare(rows: readonly AreaRow[]): Promise<readonly RowOutcome[]> {
    const standing = await this.#standing(rows);
    const boundaries = new Boundaries(this.areas);
    const outcomes: RowOutcome[] = [];
    for (const { code, name, boundary } of rows) {
      const [found, parent] = [standing.get(code), parentOf(code)];
      const above = parent === undefined ? [] : (this.#names.get(parent) ?? standing.get(parent)?.names);
      if (above === undefined) {
        outcomes.push({ code: 'PARENT_UNKNOWN', values: { code: parent ?? '' } });
        continue;
      }
      const names = [...above, name];
      this.#names.set(code, names);
      const drawn = boundary === undefined ? undefined : await boundaries.of(code);
      const same = found?.names.join('/') === names.join('/') && isSame(boundary, drawn);
      outcomes.push(found === undefined ? 'NEW' : same ? 'UNCHANGED' : 'CHANGED');
    }
    return outcomes;
  }

  async write(rows: readonly AreaRow[]): Promise<void> {
    await this.areas.importAreas(
      rows.map(({ code, boundary }) => ({ code, names: this.#names.get(code) ?? [], boundary })),
    );
  }

  async #standing(rows: readonly AreaRow[]): Promise<ReadonlyMap<string, Area>> {
    const codes = rows.flatMap(({ code }) => [code, parentOf(code) ?? code]);
    const found = await this.areas.lookUpAll([...new Set(codes)]);
    return new Map(found.map((area) => [area.code, area]));
  }
}

/** Boundaries, read once for each community. */
class Boundaries {
  readonly #read = new Map<string, Promise<ReadonlyMap<string, Boundary>>>();

  constructor(private readonly areas: Pick<Areas, 'boundariesIn'>) {}

  async of(grid: string): Promise<Boundary | undefined> {
    const community = ancestorAt(grid, 'COMMUNITY') ?? grid;
    const all = this.#read.get(community) ?? this.areas.boundariesIn(community);
    this.#read.set(community, all);
    return (await all).get(grid);
  }
}

/** A file that says nothing of a boundary leaves it as it is. */
function isSame(wanted: Boundary | undefined, drawn: Boundary | undefined): boolean {
  return wanted === undefined || JSON.stringify(wanted.coordinates) === JSON.stringify(drawn?.coordinates);
}
