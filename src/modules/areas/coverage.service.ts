import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, levelOf } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type AreaRepo } from './area.repo';
import { areaFrom } from './area.type';
import { type BoundaryRepo } from './boundary.repo';
import { type Fault } from './coverage.rules';
import { type Coverage, type CoverageFault } from './coverage.type';

/** More grids than any community has. */
const MOST_GRIDS = 200;

/** Whether the grids of a community leave gaps or overlap. */
export class CoverageService {
  constructor(
    private readonly areas: AreaRepo,
    private readonly boundaries: BoundaryRepo,
    private readonly clock: Clock,
  ) {}

  /** The coverage of a community, or what of it concerns one grid; NOT_FOUND outside the actor's own area. */
  async of(actor: Actor, reads: CollectionReader, code: string): Promise<Coverage> {
    const community = ancestorAt(code, 'COMMUNITY');
    if (community === undefined || levelOf(code) === 'COURTYARD')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 12 / 15' });
    if (grantFor(actor, 'area:check-coverage', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const page = { limit: MOST_GRIDS, afterKey: undefined };
    const [{ rows }, drawn, { gapsOf, overlapsOf }] = await Promise.all([
      this.areas.inside(community, 'GRID', businessDate(this.clock.now()), page),
      this.boundaries.ofCommunity(reads, community),
      // Heavy and rarely used: it is made ready when it is first asked for.
      import('./coverage.lazy'),
    ]);
    const grids = new Map(rows.map(({ row }) => [row.code, areaFrom(row)]));
    if (grids.size === 0) throw new TechnicalError('NOT_FOUND');
    const shapes = [...grids.keys()].flatMap((grid) => {
      const boundary = drawn.get(grid);
      return boundary === undefined ? [] : [{ code: grid, boundary }];
    });
    const concerns = (grid: string) => code === community || grid === code;
    const shown = (faults: readonly Fault[]): CoverageFault[] =>
      faults
        .filter(({ codes }) => code === community || codes.includes(code))
        .map(({ codes, ...fault }) => ({
          ...fault,
          grids: codes.flatMap((grid) => grids.get(grid) ?? []),
        }));
    const gaps = shown(gapsOf(shapes, drawn.get(community)));
    const overlaps = shown(overlapsOf(shapes));
    const undrawn = [...grids.values()].filter((grid) => concerns(grid.code) && !drawn.has(grid.code));
    const seamless = gaps.length + overlaps.length + undrawn.length === 0;
    return { area: code, seamless, againstCommunity: drawn.has(community), gaps, overlaps, undrawn };
  }
}
