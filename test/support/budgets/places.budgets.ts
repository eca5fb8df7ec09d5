import * as operations from '../../generated/operations';
import {
  courtyardInput,
  facilityInput,
  fillCourtyard,
  manyFacilities,
  manyOrganisations,
  manyPremises,
  organisationInput,
  premisesInput,
  putPremises,
} from '../places';
import { type World } from '../world';
import { type Budget } from './budget';

const firstOf = async (ids: Promise<readonly string[]>) => ({ id: (await ids)[0] });
const inGrid = ({ grid }: World) => ({ area: grid, first: 100 });

/** Courtyards, organisations, premises, facilities: a hundred rows of usual names cost at most 5 read units. */
export const PLACES_BUDGETS: Readonly<Record<string, Budget>> = {
  CourtyardsOfGrid: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.CourtyardsOfGridDocument },
    arrange: async (world) => {
      await fillCourtyard(world, 0);
      return { area: world.grid };
    },
  },
  CourtyardPage: {
    ...{ trips: 1, reads: 1, as: 'GRID_WORKER', document: operations.CourtyardPageDocument },
    arrange: async (world) => {
      await fillCourtyard(world, 0);
      return { code: world.courtyard };
    },
  },
  Dwellings: {
    ...{ trips: 1, reads: 3.5, as: 'GRID_WORKER', document: operations.DwellingsDocument },
    arrange: async (world) => {
      await fillCourtyard(world, 101);
      return { courtyard: world.courtyard, building: '1', first: 100 };
    },
  },
  PremisesOfGrid: {
    ...{ trips: 1, reads: 4.5, as: 'GRID_WORKER', document: operations.PremisesOfGridDocument },
    arrange: async (world) => {
      await manyPremises(world, 101);
      return inGrid(world);
    },
  },
  PremisesPage: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.PremisesPageDocument },
    arrange: (world) => firstOf(manyPremises(world, 1)),
  },
  OurPremises: {
    // A street: a Query for each of the four levels, all at once.
    ...{ trips: 1, reads: 4.5, as: 'DEPARTMENT_STAFF', document: operations.OurPremisesDocument },
    arrange: async (world) => {
      await manyPremises(world, 101);
      return { area: world.street, first: 100 };
    },
  },
  Facilities: {
    ...{ trips: 1, reads: 4.5, as: 'GRID_WORKER', document: operations.FacilitiesDocument },
    arrange: async (world) => {
      await manyFacilities(world, 101);
      return inGrid(world);
    },
  },
  FacilityPage: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.FacilityPageDocument },
    arrange: (world) => firstOf(manyFacilities(world, 1)),
  },
  Organisations: {
    ...{ trips: 1, reads: 4.5, as: 'COMMUNITY_STAFF', document: operations.OrganisationsDocument },
    arrange: async (world) => {
      await manyOrganisations(world, 101);
      return inGrid(world);
    },
  },
  OrganisationPage: {
    ...{ trips: 1, reads: 0.5, as: 'COMMUNITY_STAFF', document: operations.OrganisationPageDocument },
    arrange: (world) => firstOf(manyOrganisations(world, 1)),
  },
  PutCourtyard: {
    ...{ trips: 2, reads: 0.5, writes: 1, as: 'GRID_WORKER', document: operations.PutCourtyardDocument },
    arrange: (world) => ({ input: courtyardInput(world) }),
  },
  PutBuilding: {
    ...{ trips: 2, reads: 0.5, writes: 1, as: 'GRID_WORKER', document: operations.PutBuildingDocument },
    arrange: ({ courtyard }) => ({ input: { courtyard, number: '1', units: 2, floors: 7, hasLift: true } }),
  },
  PutDwelling: {
    ...{ trips: 2, reads: 0.5, writes: 1, as: 'GRID_WORKER', document: operations.PutDwellingDocument },
    arrange: ({ courtyard }) => ({
      input: { courtyard, building: '1', unit: '1', room: '101', use: 'VACANT' },
    }),
  },
  PutOrganisation: {
    ...{ trips: 2, reads: 0.5, writes: 2, as: 'COMMUNITY_STAFF' },
    document: operations.PutOrganisationDocument,
    arrange: (world) => ({ input: organisationInput(world) }),
  },
  PutPremises: {
    // Under control, and what lists show of them has changed: the item and a row in each index. What stands is read
    // beside the grid, for the requests it has taken in before.
    ...{ trips: 2, reads: 1.5, writes: 3, as: 'GRID_WORKER', document: operations.PutPremisesDocument },
    arrange: async (world) => {
      const { id } = await putPremises(world, world.actor('GRID_WORKER'));
      return { input: premisesInput(world, { id, expectedVersion: 1, equipment: [] }) };
    },
  },
  PutFacility: {
    ...{ trips: 2, reads: 0.5, writes: 2, as: 'GRID_WORKER', document: operations.PutFacilityDocument },
    arrange: (world) => ({ input: facilityInput(world) }),
  },
};
