import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt } from '../../shared/area-code';
import { type Datum } from '../../shared/geo';
import { someAtOnce } from '../../shared/some-at-once';
import { type AreaRepo } from './area.repo';
import { type AreaFacts, assertArea } from './area.rules';
import { type AreaNameRepo } from './area-name.repo';
import { type BoundaryRepo } from './boundary.repo';
import { type Boundary, boundaryFrom } from './boundary.rules';

/** Boundaries written at one time. */
const AT_ONCE = 8;

/** An area as it is taken in: code, names from the district down, what is known of it, a boundary where one is drawn. */
export interface ImportedArea extends AreaFacts {
  readonly code: string;
  readonly names: readonly string[];
  readonly boundary?: Boundary | undefined;
  /** Coordinate system of the boundary; WGS 84 when nothing is said. */
  readonly datum?: Datum | undefined;
}

/** Taking in areas and their boundaries. */
export class AreaImportService {
  constructor(
    private readonly areas: AreaRepo,
    private readonly boundaries: BoundaryRepo,
    private readonly names: AreaNameRepo,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Takes in areas; may be repeated. All are checked before any is written. An area without a boundary keeps the one it
   * has. For the seed and for imports, not exposed by the API.
   * @throws Refusal AREA_NAMES_UNFIT, GRID_KIND_UNFIT, VALIDITY_INVALID, and those of boundaries
   */
  async importAreas(imported: readonly ImportedArea[]): Promise<void> {
    const all = imported.map(({ code, names, boundary, datum, ...facts }) => {
      assertArea({ code, names, facts });
      return { code, names, facts, boundary: boundary && boundaryFrom(boundary, datum) };
    });
    await this.areas.save(all);
    const reads = this.newReads();
    await someAtOnce(AT_ONCE, all, async ({ code, names, facts, boundary }) => {
      const former = await this.boundaries.find(reads, code, { consistent: true });
      const { validFrom, validTo } = facts;
      const drawn = boundary ?? former;
      if (drawn !== undefined)
        await this.boundaries.save({ code, names, validFrom, validTo, boundary: drawn }, former);
    });
    for (const street of new Set(all.map(({ code }) => ancestorAt(code, 'STREET') ?? code))) {
      await this.names.repack(street, () => this.areas.packOf(street));
    }
  }
}
