import { type AreaService } from '../modules/areas/area.service';
import { DuplicateRepo } from '../modules/duplicates/duplicate.repo';
import { DuplicateService } from '../modules/duplicates/duplicate.service';
import { HouseholdChangeService } from '../modules/residents/household-change.service';
import { HouseholdRepo } from '../modules/residents/household.repo';
import { HouseholdService } from '../modules/residents/household.service';
import { RegistryDraftService } from '../modules/residents/registry-draft.service';
import { RegistryImportService } from '../modules/residents/registry-import.service';
import { RegistryLoadService } from '../modules/residents/registry-load.service';
import { ResidenceService } from '../modules/residents/residence.service';
import { ResidentChangeService } from '../modules/residents/resident-change.service';
import { ResidentMergeService } from '../modules/residents/resident-merge.service';
import { ResidentRepo } from '../modules/residents/resident.repo';
import { ResidentService } from '../modules/residents/resident.service';
import { RetentionRepo } from '../modules/residents/retention.repo';
import { type Foundation } from './foundation';

/** Who lives where, and everything that changes it. */
export function createRegistry(
  { table, vault, clock }: Pick<Foundation, 'table' | 'vault' | 'clock'>,
  areas: AreaService,
) {
  const [householdRepo, residentRepo] = [new HouseholdRepo(table), new ResidentRepo(table)];
  const retentionRepo = new RetentionRepo(table);
  const residents = new ResidentService(residentRepo, vault);
  const merges = new ResidentMergeService(residentRepo, householdRepo, retentionRepo, residents);
  return {
    households: new HouseholdService(householdRepo, areas, clock),
    householdChanges: new HouseholdChangeService(householdRepo, clock),
    residents,
    residentChanges: new ResidentChangeService(residentRepo, householdRepo, residents, clock),
    residences: new ResidenceService(residentRepo, householdRepo, retentionRepo, residents, clock),
    duplicates: new DuplicateService(new DuplicateRepo(table), residents, merges, clock),
  };
}

/** Only what takes in whole files of households and residents. */
export function createRegistryImports({
  table,
  vault,
  clock,
}: Pick<Foundation, 'table' | 'vault' | 'clock'>) {
  const [householdRepo, residentRepo] = [new HouseholdRepo(table), new ResidentRepo(table)];
  const drafts = new RegistryDraftService(new ResidentService(residentRepo, vault), vault, clock);
  return {
    registryImport: new RegistryImportService(householdRepo, residentRepo, drafts, clock),
    registryLoad: new RegistryLoadService(householdRepo, residentRepo, drafts, clock),
  };
}
