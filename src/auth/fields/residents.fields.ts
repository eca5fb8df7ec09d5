import { type ModuleFields } from './module-fields';

/** What every view of a person shows; the numbers are masked before they are stored. */
const PERSON = ['name', 'sex', 'birthDate', 'kind', 'maskedIdentityNumber', 'maskedPhone'];

/** What every view of a household shows; the name of the head is masked before it is stored. */
const HOUSEHOLD = [
  ...['id', 'courtyard', 'door', 'address', 'kind'],
  ...['memberCount', 'floatingCount', 'maskedHeadName'],
];

/** Who sees what of its types. */
export const RESIDENTS_FIELDS: ModuleFields = {
  Household: { guard: 'household:read', fields: HOUSEHOLD },
  HouseholdConnection: { guard: 'household:read', fields: ['edges', 'pageInfo'] },
  HouseholdEdge: { guard: 'household:read', fields: ['node', 'cursor'] },
  HouseholdFile: {
    guard: 'household:read',
    fields: [...HOUSEHOLD, 'version', 'members', 'nextVisit', 'visits'],
  },
  HouseholdMember: {
    guard: 'household:read',
    fields: [...PERSON, 'resident', 'relation', 'from', 'until', 'beginning', 'ending'],
  },
  HouseholdPayload: { guard: 'household:write', fields: ['household', 'userErrors'] },
  Resident: {
    guard: 'resident:read',
    fields: [...PERSON, 'id', 'version', 'state', 'residences', 'mergedInto'],
  },
  Residence: {
    guard: 'resident:read',
    fields: [
      ...['household', 'courtyard', 'address', 'relation', 'from', 'until'],
      ...['beginning', 'ending'],
    ],
  },
  ResidentPayload: { guard: 'resident:write', fields: ['resident', 'userErrors'] },
  ResidencePayload: { guard: 'resident:write', fields: ['resident', 'household', 'userErrors'] },
};
