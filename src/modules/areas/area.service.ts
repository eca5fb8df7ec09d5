import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { levelBelow, pathOf } from '../../shared/area-code';
import { TechnicalError } from '../../shared/errors';
import { type Point } from '../../shared/geo';
import { type AreaRepo, toArea } from './area.repo';
import { type Area } from './area.type';
import { type Boundary, cellOf, cellsOf, contains } from './boundary.rules';

/** Most children an area is listed with; no street of Chengdu has as many communities. */
const MOST_CHILDREN = 100;

/** Areas: the tree, and which grid a point lies in. */
export class AreaService {
  constructor(private readonly repo: AreaRepo) {}

  /** The area with this code; NOT_FOUND when there is none or it lies in another district. */
  async get(actor: Actor, code: string): Promise<Area> {
    const area = grantFor(actor, 'area:read', { area: code }) && (await this.repo.find(code));
    if (area === undefined) throw new TechnicalError('NOT_FOUND');
    return area;
  }

  /** The areas one level below, by code. */
  async children(area: Area): Promise<Area[]> {
    const level = levelBelow(area.level);
    return level === undefined ? [] : this.repo.inside(area.code, level, MOST_CHILDREN);
  }

  /** The areas from the district down to the one above this; no I/O. */
  ancestors(area: Area): Area[] {
    const path = pathOf(area.code);
    return path.slice(0, -1).map((code, depth) => toArea(code, area.names.slice(0, depth + 1)));
  }

  /** The grid that a point (WGS 84) lies in; undefined outside all grids of the actor's district. */
  async gridFor(actor: Actor, point: Point): Promise<Area | undefined> {
    const grid = await this.gridAt(point);
    return grid && grantFor(actor, 'area:read', { area: grid.code }) && grid;
  }

  /** The grid that a point (WGS 84) lies in, for a caller who has been authorised; undefined outside all grids. */
  async gridAt(point: Point): Promise<Area | undefined> {
    const near = await this.repo.gridsAt(cellOf(point));
    const hit = near.find(({ boundary }) => contains(boundary, point));
    return hit && toArea(hit.grid, hit.names);
  }

  /** The area with this code, for a caller who has been authorised; undefined when there is none. */
  async lookUp(code: string): Promise<Area | undefined> {
    return this.repo.find(code);
  }

  /** Takes in areas and grid boundaries; may be repeated. For the seed and for imports, not exposed by the API. */
  async importAreas(
    areas: readonly { code: string; names: readonly string[]; boundary?: Boundary | undefined }[],
  ): Promise<void> {
    await this.repo.saveAreas(areas);
    for (const { code, names, boundary } of areas) {
      if (boundary !== undefined)
        await this.repo.saveBoundary({ grid: code, names, boundary }, cellsOf(boundary));
    }
  }
}
