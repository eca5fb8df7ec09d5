import { type CategoryGroup, hours, leaf, workingDays, workingHours } from './category-leaf.rules';

/**
 * What grid workers see to in a community (社区治理类): disputes, requests, suggestions, hazards. Groups as used in
 * practice; names, limits and urgencies within them are our own. No category names an illness or a person's past.
 */
export const COMMUNITY_GROUPS: readonly CategoryGroup[] = [
  {
    code: 'DISPUTES',
    leaves: [
      leaf('DISPUTE_NEIGHBOURS', 'DISPUTE', 'NORMAL', workingDays(5)),
      leaf('DISPUTE_FAMILY', 'DISPUTE', 'NORMAL', workingDays(5)),
      leaf('DISPUTE_PROPERTY_SERVICE', 'DISPUTE', 'NORMAL', workingDays(10)),
      leaf('DISPUTE_LABOUR', 'DISPUTE', 'NORMAL', workingDays(10)),
      leaf('DISPUTE', 'DISPUTE', 'NORMAL', workingDays(10)),
    ],
  },
  {
    code: 'REQUESTS',
    leaves: [
      leaf('REQUEST_HARDSHIP', 'REQUEST', 'NORMAL', workingDays(5)),
      leaf('REQUEST_UTILITIES', 'REQUEST', 'NORMAL', workingDays(2)),
      leaf('REQUEST_PUBLIC_SERVICE', 'REQUEST', 'NORMAL', workingDays(3)),
      leaf('REQUEST', 'REQUEST', 'NORMAL', workingDays(5)),
    ],
  },
  {
    code: 'SUGGESTIONS',
    leaves: [
      leaf('SUGGESTION_FACILITIES', 'SUGGESTION', 'NORMAL', workingDays(10)),
      leaf('SUGGESTION_GOVERNANCE', 'SUGGESTION', 'NORMAL', workingDays(10)),
    ],
  },
  {
    code: 'SECURITY',
    leaves: [
      leaf('SECURITY_DANGEROUS_GOODS', 'HAZARD', 'EMERGENCY', hours(12)),
      leaf('SECURITY_RENTED_HOME', 'HAZARD', 'NORMAL', workingDays(3)),
      leaf('SECURITY_OTHER', 'HAZARD', 'URGENT', workingDays(1)),
    ],
  },
  {
    code: 'FIRE_SAFETY',
    leaves: [
      leaf('FIRE_BLOCKED_ESCAPE', 'HAZARD', 'URGENT', workingHours(4)),
      leaf('FIRE_EBIKE', 'HAZARD', 'URGENT', workingHours(4)),
      leaf('FIRE_EQUIPMENT', 'HAZARD', 'NORMAL', workingDays(3)),
      leaf('FIRE_HAZARD', 'HAZARD', 'URGENT', workingDays(1)),
    ],
  },
  {
    code: 'POLLUTION',
    leaves: [
      leaf('POLLUTION_WATER', 'EVENT', 'URGENT', workingDays(2)),
      leaf('POLLUTION_AIR', 'EVENT', 'NORMAL', workingDays(2)),
      leaf('POLLUTION_NOISE', 'EVENT', 'NORMAL', workingDays(1)),
    ],
  },
  {
    code: 'HYGIENE',
    leaves: [
      leaf('HYGIENE_CLUTTER', 'EVENT', 'NORMAL', workingDays(1)),
      leaf('HYGIENE_PESTS', 'EVENT', 'NORMAL', workingDays(3)),
    ],
  },
  {
    code: 'WORK_SAFETY',
    leaves: [
      leaf('WORK_SAFETY_GAS', 'HAZARD', 'EMERGENCY', hours(4)),
      leaf('WORK_SAFETY_LIFT', 'HAZARD', 'URGENT', hours(8)),
      leaf('WORK_SAFETY_PREMISES', 'HAZARD', 'NORMAL', workingDays(3)),
    ],
  },
  {
    code: 'CARE',
    leaves: [
      leaf('CARE_ELDERLY', 'REQUEST', 'NORMAL', workingDays(2)),
      leaf('CARE_DISABLED', 'REQUEST', 'NORMAL', workingDays(3)),
      leaf('CARE_CHILDREN', 'REQUEST', 'URGENT', workingDays(1)),
    ],
  },
  { code: 'OTHERS', leaves: [leaf('OTHER', 'EVENT', 'NORMAL', workingDays(5))] },
];
