import { type Table } from '../../data/table';
import { type Clock } from '../../shared/clock';
import { type AreaService } from '../areas/area.service';
import { CourtyardService } from './courtyard.service';
import { type Building, type Courtyard, type Dwelling } from './courtyard.type';
import { FACILITY_KEEPING, FacilityService } from './facility.service';
import { type Facility, type FacilitySummary } from './facility.type';
import { ORGANISATION_KEEPING, OrganisationService } from './organisation.service';
import { type Organisation, type OrganisationSummary } from './organisation.type';
import { PlaceMoveService } from './place-move.service';
import { PREMISES_KEEPING, PremisesService } from './premises.service';
import { type Premises, type PremisesSummary } from './premises.type';
import { RegisterService } from './register.service';
import { SiteRepo } from './site.repo';
import { ThingRepo } from './thing.repo';

/** The use cases of this module, each kind of entry on a repository of its own. */
export function createPlaces(table: Table, areas: AreaService, clock: Clock) {
  const register = new RegisterService(areas, clock);
  const courtyardRepo = new SiteRepo<Courtyard>(table, 'COURTYARD');
  const buildingRepo = new SiteRepo<Building>(table, 'BUILDING');
  const dwellingRepo = new SiteRepo<Dwelling>(table, 'DWELLING');
  const organisationRepo = new ThingRepo<Organisation, OrganisationSummary>(table, ORGANISATION_KEEPING);
  const premisesRepo = new ThingRepo<Premises, PremisesSummary>(table, PREMISES_KEEPING);
  const facilityRepo = new ThingRepo<Facility, FacilitySummary>(table, FACILITY_KEEPING);
  const organisations = new OrganisationService(register, organisationRepo);
  return {
    courtyards: new CourtyardService(register, courtyardRepo, buildingRepo, dwellingRepo),
    organisations,
    premises: new PremisesService(register, premisesRepo, organisations),
    facilities: new FacilityService(register, facilityRepo),
  };
}

/** Only what moves entries of the register from grid to grid. */
export function createPlaceMoves(table: Table): PlaceMoveService {
  return new PlaceMoveService(
    [
      new SiteRepo<Courtyard>(table, 'COURTYARD'),
      new SiteRepo<Building>(table, 'BUILDING'),
      new SiteRepo<Dwelling>(table, 'DWELLING'),
    ],
    [
      new ThingRepo<Organisation, OrganisationSummary>(table, ORGANISATION_KEEPING),
      new ThingRepo<Premises, PremisesSummary>(table, PREMISES_KEEPING),
      new ThingRepo<Facility, FacilitySummary>(table, FACILITY_KEEPING),
    ],
  );
}
