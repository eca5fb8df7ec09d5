import { createCollectionReader } from '../data/collection-reader';
import { AreaImportService } from '../modules/areas/area-import.service';
import { AreaNameRepo } from '../modules/areas/area-name.repo';
import { AreaSearchService } from '../modules/areas/area-search.service';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { CoverageService } from '../modules/areas/coverage.service';
import { createLoads } from './background';
import { type Foundation } from './foundation';

/** Areas, their boundaries and names, and what grids have to carry. */
export function createAreas(foundation: Foundation) {
  const { table, clock } = foundation;
  const [repo, boundaries, names] = [new AreaRepo(table), new BoundaryRepo(table), new AreaNameRepo(table)];
  return {
    areas: new AreaService(repo, boundaries, clock),
    areaImports: new AreaImportService(repo, boundaries, names, () => createCollectionReader(table)),
    areaSearch: new AreaSearchService(names, clock),
    coverage: new CoverageService(repo, boundaries, clock),
    loads: createLoads(foundation),
  };
}
