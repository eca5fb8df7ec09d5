import { AreaNameRepo } from '../modules/areas/area-name.repo';
import { AreaSearchService } from '../modules/areas/area-search.service';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { CoverageService } from '../modules/areas/coverage.service';
import { LoadListService } from '../modules/areas/load-list.service';
import { LoadRepo } from '../modules/areas/load.repo';
import { type Foundation } from './foundation';

/** Areas, their boundaries and names, and what grids have to carry. */
export function createAreas({ table, clock }: Pick<Foundation, 'table' | 'clock'>) {
  const [repo, boundaries, names] = [new AreaRepo(table), new BoundaryRepo(table), new AreaNameRepo(table)];
  return {
    areas: new AreaService(repo, boundaries, clock),
    areaSearch: new AreaSearchService(names, clock),
    coverage: new CoverageService(repo, boundaries, clock),
    loadLists: new LoadListService(new LoadRepo(table), clock),
  };
}
