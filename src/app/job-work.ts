import { createServices } from '../app';
import { createCollectionReader } from '../data/collection-reader';
import { AreaStore } from '../modules/jobs/area.store';
import { ExportRun } from '../modules/jobs/export-run.service';
import { HouseholdStore } from '../modules/jobs/household.store';
import { type AnyStore, ImportRun } from '../modules/jobs/import-run.service';
import { JobWorkService } from '../modules/jobs/job-work.service';
import { JobRepo } from '../modules/jobs/job.repo';
import { CHUNK_ROWS, type ImportKind } from '../modules/jobs/job.rules';
import { DwellingStore, PremisesStore } from '../modules/jobs/place.store';
import { ResidentStore } from '../modules/jobs/resident.store';
import { SheetResultsStore } from '../modules/jobs/sheet-results.store';
import { StaffStore } from '../modules/jobs/staff.store';
import { createAreaImports } from './background';
import { type Foundation } from './foundation';
import { createRegistryImports } from './registry';
import { createStandings } from './standings';

/** Where the rows of each kind go and come from; those of sheets only come. */
function createStores(foundation: Foundation): {
  readonly stores: Readonly<Record<ImportKind, AnyStore>>;
  readonly sheets: SheetResultsStore;
} {
  const { areas, households, appointments, appointmentChanges, ...others } = createServices(
    foundation,
    createStandings(foundation),
  );
  const newReads = () => createCollectionReader(foundation.table);
  const registry = {
    areas,
    households,
    registry: createRegistryImports(foundation).registryImport,
    newReads,
  };
  const stores = {
    AREAS: new AreaStore({ areas, imports: createAreaImports(foundation), newReads }),
    STAFF: new StaffStore({ appointments, changes: appointmentChanges }),
    DWELLINGS: new DwellingStore(areas, others.courtyards),
    HOUSEHOLDS: new HouseholdStore(registry),
    RESIDENTS: new ResidentStore(registry),
    PREMISES: new PremisesStore(others.premises),
  };
  const { sheets, sheetReading } = others;
  return { stores, sheets: new SheetResultsStore({ sheets, sheetReading, newReads }) };
}

/** Only what works on imports and exports, with the libraries that read and write files. */
export function createJobWork(foundation: Foundation, chunkRows: number = CHUNK_ROWS): JobWorkService {
  const { table, transfers, clock } = foundation;
  const repo = new JobRepo(table);
  const { stores, sheets } = createStores(foundation);
  return new JobWorkService(repo, transfers, clock, {
    imports: new ImportRun(repo, transfers, clock, stores, chunkRows),
    exports: new ExportRun(repo, transfers, clock, stores, sheets),
  });
}
