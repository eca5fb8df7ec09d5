import { type Actor } from '../../auth/actor';
import { TechnicalError } from '../../shared/errors';
import { type RecordType } from '../../shared/record-link.type';
import { type Taken, type Taker } from '../intake/intake.service';
import { type CourtyardService } from '../places/courtyard.service';
import { type FacilityService } from '../places/facility.service';
import { type OrganisationService } from '../places/organisation.service';
import { type PremisesService } from '../places/premises.service';
import { type PutBasis } from '../places/register.type';
import { type FieldMade, type FieldTakers } from './field-takers.service';

/** Where entries of the registers of places go. */
export interface PlaceSources {
  readonly courtyards: CourtyardService;
  readonly organisations: OrganisationService;
  readonly premises: PremisesService;
  readonly facilities: FacilityService;
}

/** The kinds of items that are entries of a register. */
type PlaceKinds = 'COURTYARD' | 'BUILDING' | 'DWELLING' | 'ORGANISATION' | 'PREMISES' | 'FACILITY';

/** What all entries have in common. */
interface Entry {
  readonly id: string;
  readonly version: number;
  readonly area?: string | undefined;
  readonly courtyard?: string | undefined;
}

/** Takers for entries of the registers of places. */
export function createPlaceTakers(sources: PlaceSources): FieldTakers<PlaceKinds> {
  const { courtyards, organisations, premises, facilities } = sources;
  return {
    COURTYARD: taker(
      'COURTYARD',
      async (actor, input, basis) => (await courtyards.putCourtyard(actor, input, basis)).courtyard,
      async (actor, { courtyard }) => (await courtyards.page(actor, courtyard)).profile,
    ),
    BUILDING: taker(
      'BUILDING',
      async (actor, input, basis) => (await courtyards.putBuilding(actor, input, basis)).building,
      (actor, input) => courtyards.buildingAt(actor, input),
    ),
    DWELLING: taker(
      'DWELLING',
      async (actor, input, basis) => (await courtyards.putDwelling(actor, input, basis)).dwelling,
      (actor, input) => courtyards.dwellingAt(actor, input),
    ),
    ORGANISATION: taker(
      'ORGANISATION',
      async (actor, input, basis) => (await organisations.put(actor, input, basis)).organisation,
      (actor, { id }) => organisations.get(actor, id),
    ),
    PREMISES: taker(
      'PREMISES',
      async (actor, input, basis) => (await premises.put(actor, input, basis)).premises,
      (actor, { id }) => premises.get(actor, id),
    ),
    FACILITY: taker(
      'FACILITY',
      async (actor, input, basis) => (await facilities.put(actor, input, basis)).facility,
      (actor, { id }) => facilities.get(actor, id),
    ),
  };
}

function taker<Input extends { expectedVersion?: number | null }>(
  type: RecordType,
  put: (actor: Actor, input: Input, basis: PutBasis) => Promise<Entry>,
  find: (actor: Actor, input: Input) => Promise<Entry | undefined>,
): Taker<Input, FieldMade> {
  const taken = (entry: Entry | undefined): Taken<FieldMade> => {
    if (entry === undefined) throw new TechnicalError('NOT_FOUND');
    const { id, version, area, courtyard } = entry;
    return { record: { type, id }, version, area: area ?? courtyard, made: {}, shown: entry };
  };
  return {
    take: async ({ actor }, input, { id, after }) => taken(await put(actor, input, { id, after })),
    meet: async ({ actor }, input) => taken(await find(actor, input)),
    again: (input, { version }) => ({ ...input, expectedVersion: version }),
    fields: 'EVERY',
  };
}
