import * as operations from '../../generated/operations';
import {
  courtyardInput,
  facilityInput,
  manyFacilities,
  manyOrganisations,
  manyPremises,
  organisationInput,
  premisesInput,
} from '../places';
import { type World } from '../world';
import { type MatrixRow } from './row';

const inCourtyard = ({ courtyard }: World) => ({ area: courtyard });
const first = (ids: readonly string[]) => ids[0] ?? '';
const put = (input: object) => ({ input });

/** Courtyards, organisations, premises, facilities: read in a courtyard, written in its grid. */
export const PLACES_ROWS: readonly MatrixRow[] = [
  { field: 'courtyards', document: operations.CourtyardsOfGridDocument, variables: inCourtyard },
  {
    field: 'courtyard',
    document: operations.CourtyardPageDocument,
    variables: ({ courtyard }) => ({ code: courtyard }),
  },
  {
    field: 'dwellings',
    document: operations.DwellingsDocument,
    variables: ({ courtyard }) => ({ courtyard }),
  },
  { field: 'organisations', document: operations.OrganisationsDocument, variables: inCourtyard },
  { field: 'premisesInArea', document: operations.PremisesOfGridDocument, variables: inCourtyard },
  { field: 'controlledPremises', document: operations.OurPremisesDocument, variables: inCourtyard },
  { field: 'facilities', document: operations.FacilitiesDocument, variables: inCourtyard },
  {
    field: 'organisation',
    document: operations.OrganisationPageDocument,
    arrange: async (world) => first(await manyOrganisations(world, 1)),
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'premises',
    document: operations.PremisesPageDocument,
    arrange: async (world) => first(await manyPremises(world, 1)),
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'facility',
    document: operations.FacilityPageDocument,
    arrange: async (world) => first(await manyFacilities(world, 1)),
    variables: (_world, id) => ({ id }),
  },
  {
    field: 'putCourtyard',
    document: operations.PutCourtyardDocument,
    arrange: async (world) => {
      const code = `${world.grid}${anyNumber().padStart(3, '9')}`;
      await world.services.areaImports.importAreas([
        { code, names: ['某区', '某街道', '某社区', '第一网格', '某院'] },
      ]);
      return code;
    },
    variables: (world, id) => put(courtyardInput(world, { courtyard: id })),
  },
  {
    field: 'putBuilding',
    document: operations.PutBuildingDocument,
    variables: ({ courtyard }) =>
      put({ courtyard, number: anyNumber(), units: 1, floors: 7, hasLift: false }),
  },
  {
    field: 'putDwelling',
    document: operations.PutDwellingDocument,
    variables: ({ courtyard }) =>
      put({ courtyard, building: anyNumber(), unit: '1', room: '101', use: 'RENTED' }),
  },
  {
    field: 'putOrganisation',
    document: operations.PutOrganisationDocument,
    variables: (world) => put(organisationInput(world)),
  },
  {
    field: 'putPremises',
    document: operations.PutPremisesDocument,
    variables: (world) => put(premisesInput(world)),
  },
  {
    field: 'putFacility',
    document: operations.PutFacilityDocument,
    variables: (world) => put(facilityInput(world)),
  },
];

let numbers = 0;

/** A number that no building of any test has. */
function anyNumber(): string {
  numbers += 1;
  return String(numbers);
}
