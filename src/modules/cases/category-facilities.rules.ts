import { type CategoryGroup, hours, leaf, workingDays } from './category-leaf.rules';

/**
 * Components of the city (部件类) that are broken or gone: a group for each category of facilities on file. One limit is
 * published (A, see `category-events.rules`); the others are our own.
 */
export const FACILITY_GROUPS: readonly CategoryGroup[] = [
  {
    code: 'FACILITY_PUBLIC_UTILITY',
    leaves: [
      leaf('FACILITY_MANHOLE', 'HAZARD', 'URGENT', hours(8)),
      leaf('FACILITY_STREET_LAMP', 'EVENT', 'NORMAL', workingDays(2)),
      leaf('FACILITY_HYDRANT', 'HAZARD', 'NORMAL', workingDays(2)),
      leaf('FACILITY_CABLE', 'HAZARD', 'URGENT', hours(12)),
    ],
  },
  {
    code: 'FACILITY_ROAD_TRAFFIC',
    leaves: [
      leaf('FACILITY_ROAD_SURFACE', 'EVENT', 'NORMAL', workingDays(5)),
      leaf('FACILITY_TRAFFIC_SIGN', 'EVENT', 'NORMAL', workingDays(3)),
      leaf('FACILITY_TRAFFIC_LIGHT', 'HAZARD', 'URGENT', hours(4)),
      leaf('FACILITY_GUARD_RAIL', 'EVENT', 'NORMAL', workingDays(3)),
    ],
  },
  {
    code: 'FACILITY_CITY_APPEARANCE',
    leaves: [
      leaf('FACILITY_BIN', 'EVENT', 'NORMAL', workingDays(2)),
      leaf('FACILITY_TOILET', 'EVENT', 'NORMAL', workingDays(2)),
    ],
  },
  {
    code: 'FACILITY_GREENING',
    leaves: [
      // A: 5 working days, as the care of green spaces.
      leaf('FACILITY_GREEN_SPACE', 'EVENT', 'NORMAL', workingDays(5)),
      leaf('FACILITY_FALLEN_TREE', 'HAZARD', 'URGENT', hours(12)),
    ],
  },
  {
    code: 'FACILITY_OTHER',
    leaves: [
      leaf('FACILITY_FITNESS', 'EVENT', 'NORMAL', workingDays(5)),
      leaf('FACILITY_UNSPECIFIED', 'EVENT', 'NORMAL', workingDays(5)),
    ],
  },
];
