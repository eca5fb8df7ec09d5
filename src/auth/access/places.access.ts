import { type ModuleAccess } from './module-access';

/** Courtyards, organisations, premises, facilities. Phones are work phones; a legal person's name is masked in lists. */
export const PLACES_ACCESS: ModuleAccess = {
  Query: {
    courtyards: 'place:read',
    courtyard: 'place:read',
    dwellings: 'place:read',
    organisations: 'place:read',
    organisation: 'place:read',
    premisesInArea: 'place:read',
    controlledPremises: 'place:read',
    premises: 'place:read',
    facilities: 'place:read',
    facility: 'place:read',
  },
  Mutation: {
    putCourtyard: 'place:write',
    putBuilding: 'place:write',
    putDwelling: 'place:write',
    putOrganisation: 'place:write',
    putPremises: 'place:write',
    putFacility: 'place:write',
  },
};
