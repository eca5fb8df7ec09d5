import { type Table } from '../../data/table';
import { type Clock } from '../../shared/clock';
import { type AreaService } from '../areas/area.service';
import { CourtyardService } from './courtyard.service';
import { type Building, type Courtyard, type Dwelling } from './courtyard.type';
import { FACILITY_KEEPING, FacilityService } from './facility.service';
import { type Facility, type FacilitySummary } from './facility.type';
import { ORGANISATION_KEEPING, OrganisationService } from './organisation.service';
import { type Organisation, type OrganisationSummary } from './organisation.type';
import { PREMISES_KEEPING, PremisesService } from './premises.service';
import { type Premises, type PremisesSummary } from './premises.type';
import { RegisterService } from './register.service';
import { SiteRepo } from './site.repo';
import { ThingRepo } from './thing.repo';

/** The use cases of this module, each kind of entry on a repository of its own. */
export function createPlaces(table: Table, areas: AreaService, clock: Clock) {
  const register = new RegisterService(areas, clock);
  const organisations = new OrganisationService(
    register,
    new ThingRepo<Organisation, OrganisationSummary>(table, ORGANISATION_KEEPING),
  );
  return {
    courtyards: new CourtyardService(
      register,
      new SiteRepo<Courtyard>(table, 'COURTYARD'),
      new SiteRepo<Building>(table, 'BUILDING'),
      new SiteRepo<Dwelling>(table, 'DWELLING'),
    ),
    organisations,
    premises: new PremisesService(
      register,
      new ThingRepo<Premises, PremisesSummary>(table, PREMISES_KEEPING),
      organisations,
    ),
    facilities: new FacilityService(
      register,
      new ThingRepo<Facility, FacilitySummary>(table, FACILITY_KEEPING),
    ),
  };
}
