import * as operations from '../../generated/operations';
import { districtOf, fullStreet } from '../areas';
import { type Budget } from './budget';

/** Areas. */
export const AREAS_BUDGETS: Readonly<Record<string, Budget>> = {
  WhereAmI: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.WhereAmIDocument },
    arrange: ({ point }) => ({ point }),
  },
  NodeById: {
    ...{ trips: 1, reads: 0.5, as: 'GRID_WORKER', document: operations.NodeByIdDocument },
    arrange: ({ grid: id }) => ({ id }),
  },
  AreaPage: {
    ...{ trips: 2, reads: 1, as: 'STREET_STAFF', document: operations.AreaPageDocument },
    arrange: ({ street: code }) => ({ code }),
  },
  AreaTree: {
    // 100 of a street's grids, and the street.
    ...{ trips: 1, reads: 2.5, as: 'STREET_STAFF', document: operations.AreaTreeDocument },
    arrange: async (world) => {
      await fullStreet(world);
      return { code: world.street, level: 'GRID' };
    },
  },
  SearchAreas: {
    // Among the 3,619 names of a district somewhat larger than Chenghua.
    ...{ trips: 1, reads: 3, as: 'STREET_STAFF', document: operations.SearchAreasDocument },
    arrange: async (world) => {
      await districtOf(world);
      return { text: '院', first: 100 };
    },
  },
  AreaMap: {
    // A community of 15 grids, each boundary of 24 corners.
    ...{ trips: 2, reads: 2, as: 'STREET_STAFF', document: operations.AreaMapDocument },
    arrange: async (world) => {
      await fullStreet(world);
      return { inside: `${world.street}101` };
    },
  },
  CoverageCheck: {
    ...{ trips: 1, reads: 2, as: 'STREET_STAFF', document: operations.CoverageCheckDocument },
    arrange: async (world) => {
      await fullStreet(world);
      return { area: `${world.street}101` };
    },
  },
  GridLoads: {
    // The 80 grids of a street.
    ...{ trips: 1, reads: 2, as: 'STREET_STAFF', document: operations.GridLoadsDocument },
    arrange: async (world) => {
      await fullStreet(world, { grids: 78, counted: true });
      return { area: world.street };
    },
  },
  GridPage: {
    ...{ trips: 2, reads: 2.5, as: 'STREET_STAFF', document: operations.GridPageDocument },
    arrange: async (world) => {
      await fullStreet(world, { grids: 15, counted: true });
      return { code: `${world.street}101001` };
    },
  },
};
