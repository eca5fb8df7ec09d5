import { type CollectionReader } from '../../data/collection-reader';
import { type AreaRepo } from './area.repo';
import { type NamedArea } from './area.rules';
import { type BoundaryRepo } from './boundary.repo';
import { type Boundary } from './boundary.rules';
import { type ShapeRules } from './coverage.rules';

/** A community with all in it, past areas too, and what of it is drawn; by code. */
export interface CommunityMap {
  readonly areas: ReadonlyMap<string, NamedArea>;
  readonly boundaries: ReadonlyMap<string, Boundary>;
}

/** Whole communities, for whoever plans on them. */
export class CommunityMapService {
  constructor(
    private readonly areas: AreaRepo,
    private readonly boundaries: BoundaryRepo,
  ) {}

  /** A community with all in it, for a caller who has been authorised; one wave, the areas strongly consistent. */
  async of(reads: CollectionReader, community: string): Promise<CommunityMap> {
    const [areas, boundaries] = await Promise.all([
      this.areas.packOf(community),
      this.boundaries.ofCommunity(reads, community),
    ]);
    return { areas: new Map(areas.map((area) => [area.code, area])), boundaries };
  }

  /** What is known of shapes: loaded when a plan is first made. */
  shapeRules(): Promise<ShapeRules> {
    return import('./coverage.lazy');
  }
}
