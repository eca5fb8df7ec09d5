import { type Actor } from '../../auth/actor';
import { type Clock } from '../../shared/clock';
import { isEnded } from '../cases/case.machine';
import { type CaseService } from '../cases/case.service';
import { type Case } from '../cases/case.type';
import { type CourtyardService } from '../places/courtyard.service';
import { FACILITY_KEEPING, type FacilityService } from '../places/facility.service';
import { ORGANISATION_KEEPING, type OrganisationService } from '../places/organisation.service';
import { PREMISES_KEEPING, type PremisesService } from '../places/premises.service';
import { type HouseholdService } from '../residents/household.service';
import { type ResidentService } from '../residents/resident.service';
import { type DueService } from '../visits/due.service';
import { type RecordChange } from './change.type';
import {
  type FollowedType,
  isLongClosed,
  type Stand,
  standsOfCase,
  standsOfHousehold,
  standsOfPlace,
  standsOfResident,
} from './presence.rules';
import { type Found, type Subject } from './telling.rules';

/** Who knows the records of each kind, and who may see them. */
export interface RecordServices {
  readonly households: HouseholdService;
  readonly dueVisits: DueService;
  readonly residents: ResidentService;
  readonly cases: CaseService;
  readonly courtyards: CourtyardService;
  readonly organisations: OrganisationService;
  readonly premises: PremisesService;
  readonly facilities: FacilityService;
}

/** A record as it stands now, and what a change shows of it. */
export interface FoundRecord extends Found {
  readonly shown: Partial<RecordChange> & { readonly version: number };
}

/** What every record has. */
interface Kept {
  readonly id: string;
  readonly version: number;
}

/** Records of all kinds, as they stand now and as far as somebody may see them by the rules of their own modules. */
export class ChangedRecordService {
  constructor(
    private readonly services: RecordServices,
    private readonly clock: Clock,
  ) {}

  /** Those of the subjects that the actor may see, by kind and id; one BatchGetItem for each kind, all at once. */
  async seen(actor: Actor, subjects: readonly Subject[]): Promise<ReadonlyMap<string, FoundRecord>> {
    const idsOf = (wanted: FollowedType) =>
      subjects.filter(({ type }) => type === wanted).map(({ id }) => id);
    const found = await Promise.all([
      this.#households(actor, idsOf('HOUSEHOLD')),
      this.#residents(actor, idsOf('RESIDENT')),
      this.#cases(actor, idsOf('CASE')),
      this.#sites(actor, idsOf),
      this.#things(actor, idsOf),
    ]);
    return new Map(found.flat());
  }

  async #households(actor: Actor, ids: readonly string[]) {
    const { households, dueVisits } = this.services;
    const [found, plans] = await Promise.all([households.many(actor, ids), dueVisits.many(actor, ids)]);
    const due = new Map(plans.map((plan) => [plan.household, plan]));
    return found.map((household) =>
      entry('HOUSEHOLD', household, standsOfHousehold(household), { household, due: due.get(household.id) }),
    );
  }

  async #residents(actor: Actor, ids: readonly string[]) {
    const found = await this.services.residents.many(actor, ids);
    return found.map((resident) => entry('RESIDENT', resident, standsOfResident(resident), { resident }));
  }

  async #cases(actor: Actor, ids: readonly string[]) {
    const found = await this.services.cases.many(actor, ids);
    return found.map((each) =>
      entry('CASE', each, this.#standsOf(each), { case: each }, each.reporter.id === actor.id),
    );
  }

  async #sites(actor: Actor, idsOf: (type: FollowedType) => readonly string[]) {
    const { courtyards: sites } = this.services;
    const [courtyards, buildings, dwellings] = await Promise.all([
      sites.manyCourtyards(actor, idsOf('COURTYARD')),
      sites.manyBuildings(actor, idsOf('BUILDING')),
      sites.manyDwellings(actor, idsOf('DWELLING')),
    ]);
    const standsOf = (site: { courtyard: string; closedAt?: string | undefined }) =>
      standsOfPlace(site.courtyard, site.closedAt !== undefined);
    return [
      ...courtyards.map((courtyard) => entry('COURTYARD', courtyard, standsOf(courtyard), { courtyard })),
      ...buildings.map((building) => entry('BUILDING', building, standsOf(building), { building })),
      ...dwellings.map((dwelling) => entry('DWELLING', dwelling, standsOf(dwelling), { dwelling })),
    ];
  }

  async #things(actor: Actor, idsOf: (type: FollowedType) => readonly string[]) {
    const [organisations, premises, facilities] = await Promise.all([
      this.services.organisations.many(actor, idsOf('ORGANISATION')),
      this.services.premises.many(actor, idsOf('PREMISES')),
      this.services.facilities.many(actor, idsOf('FACILITY')),
    ]);
    return [
      ...organisations.map((organisation) => {
        const stands = standsOfPlace(organisation.area, ORGANISATION_KEEPING.isClosed(organisation));
        return entry('ORGANISATION', organisation, stands, { organisation });
      }),
      ...premises.map((each) => {
        const stands = standsOfPlace(each.area, PREMISES_KEEPING.isClosed(each));
        return entry('PREMISES', each, stands, { premises: each });
      }),
      ...facilities.map((facility) => {
        const stands = standsOfPlace(facility.area, FACILITY_KEEPING.isClosed(facility));
        return entry('FACILITY', facility, stands, { facility });
      }),
    ];
  }

  #standsOf(found: Case): readonly Stand[] {
    const closedAt = isEnded(found.state) ? found.updatedAt : undefined;
    return isLongClosed(closedAt, this.clock.now()) ? [] : standsOfCase(found);
  }
}

function entry(
  type: FollowedType,
  { id, version }: Kept,
  stands: readonly Stand[],
  record: Partial<RecordChange>,
  isOwn = false,
): [string, FoundRecord] {
  return [`${type}#${id}`, { stands, isOwn, shown: { ...record, version } }];
}
