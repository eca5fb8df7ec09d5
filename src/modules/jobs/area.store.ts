import { isDeepStrictEqual } from 'node:util';
import { type CollectionReader } from '../../data/collection-reader';
import { AREA_LEVELS, ancestorAt, levelOf, parentOf } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { type AreaService } from '../areas/area.service';
import { type AreaImportService, type ImportedArea } from '../areas/area-import.service';
import { assertArea } from '../areas/area.rules';
import { type Area } from '../areas/area.type';
import { type Boundary, boundaryFrom } from '../areas/boundary.rules';
import { type AreaRow } from './areas.table';
import { problemOf } from './refusal.rules';
import { type RowOutcome, type RowStore, type RowWriter } from './row-store';

/** What areas are read and written with. */
interface Access {
  readonly areas: Pick<AreaService, 'lookUpAll' | 'allInside' | 'boundariesIn' | 'factsOf'>;
  readonly imports: Pick<AreaImportService, 'importAreas'>;
  readonly newReads: () => CollectionReader;
}

/** Areas as rows of files. */
export class AreaStore implements RowStore<AreaRow> {
  constructor(private readonly access: Access) {}

  newWriter(): RowWriter<AreaRow> {
    return new AreaWriter(this.access);
  }

  async *rowsIn(area: string): AsyncGenerator<AreaRow> {
    const { areas } = this.access;
    const boundaries = new Boundaries(this.access);
    for (const level of AREA_LEVELS.slice(AREA_LEVELS.indexOf(levelOf(area) ?? 'DISTRICT'))) {
      for (const found of await areas.allInside(area, level)) {
        const { code, name } = found;
        const { kind, department, validFrom, validTo } = await areas.factsOf(found);
        const boundary = level === 'GRID' ? await boundaries.of(code) : undefined;
        yield { code, name, kind, department, validFrom, validTo, boundary };
      }
    }
  }
}

class AreaWriter implements RowWriter<AreaRow> {
  /** Names down to each area of this file: those that follow lie in them, also where nothing is written. */
  readonly #names = new Map<string, readonly string[]>();
  /** What the rows last compared come to. */
  readonly #wanted = new Map<string, ImportedArea>();

  constructor(private readonly access: Access) {}

  async compare(rows: readonly AreaRow[]): Promise<readonly RowOutcome[]> {
    this.#wanted.clear();
    const standing = await this.#standing(rows);
    const boundaries = new Boundaries(this.access);
    const outcomes: RowOutcome[] = [];
    for (const row of rows) outcomes.push(await this.#outcome(row, standing, boundaries));
    return outcomes;
  }

  async write(rows: readonly AreaRow[]): Promise<void> {
    await this.access.imports.importAreas(rows.flatMap(({ code }) => this.#wanted.get(code) ?? []));
  }

  async #outcome(
    row: AreaRow,
    standing: ReadonlyMap<string, Area>,
    boundaries: Boundaries,
  ): Promise<RowOutcome> {
    const { code, name } = row;
    const [found, parent] = [standing.get(code), parentOf(code)];
    const above = parent === undefined ? [] : (this.#names.get(parent) ?? standing.get(parent)?.names);
    if (above === undefined) return { code: 'PARENT_UNKNOWN', values: { code: parent ?? '' } };
    try {
      const before = found && (await this.access.areas.factsOf(found));
      const wanted = wantedFrom(row, [...above, name], before);
      this.#names.set(code, wanted.names);
      this.#wanted.set(code, wanted);
      if (found === undefined) return 'NEW';
      const drawn = wanted.boundary && (await boundaries.of(code));
      const { boundary, ...rest } = wanted;
      const same = isSame(rest, { code, names: found.names, ...before }) && isSame(boundary, drawn);
      return same ? 'UNCHANGED' : 'CHANGED';
    } catch (error) {
      if (error instanceof Refusal) return problemOf(error);
      throw error;
    }
  }

  async #standing(rows: readonly AreaRow[]): Promise<ReadonlyMap<string, Area>> {
    const codes = rows.flatMap(({ code }) => [code, parentOf(code) ?? code]);
    const found = await this.access.areas.lookUpAll([...new Set(codes)]);
    return new Map(found.map((area) => [area.code, area]));
  }
}

/** Boundaries, read once for each community. */
class Boundaries {
  readonly #reads: CollectionReader;

  constructor(private readonly access: Pick<Access, 'areas' | 'newReads'>) {
    this.#reads = access.newReads();
  }

  async of(grid: string): Promise<Boundary | undefined> {
    const community = ancestorAt(grid, 'COMMUNITY') ?? grid;
    return (await this.access.areas.boundariesIn(this.#reads, community)).get(grid);
  }
}

/**
 * The area that a row is about, as it is to be; what the file says nothing of stays.
 * @throws Refusal of `assertArea` and `boundaryFrom`
 */
function wantedFrom(
  { code, boundary, kind, department, validFrom, validTo }: AreaRow,
  names: readonly string[],
  before: object | undefined,
): ImportedArea {
  const facts = { ...before, ...defined({ kind, department, validFrom, validTo }) };
  assertArea({ code, names, facts });
  return { code, names, ...facts, boundary: boundary && boundaryFrom(boundary) };
}

function defined<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Partial<Facts>;
}

/** Whether two values say the same, whatever the order of what they say. */
function isSame(one: object | undefined, other: object | undefined): boolean {
  return one === undefined || isDeepStrictEqual(defined(one), other && defined(other));
}
