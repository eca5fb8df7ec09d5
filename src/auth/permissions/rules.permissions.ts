import { everyone, type Grants } from './grants';

/** What a district decides by: categories, routing, its own rules, its bridges. */
export const RULES_PERMISSIONS = {
  'category:read': { ...everyone('ANY'), SENSOR: ['ANY'] },
  'routing:read': {
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
  },
  // With four eyes: whoever proposed does not decide.
  'routing:propose': { DISTRICT_STAFF: ['AT'] },
  'routing:decide': { DISTRICT_STAFF: ['AT'] },
  'district-rules:read': {
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
  },
  'district-rules:propose': { DISTRICT_STAFF: ['AT'] },
  'district-rules:decide': { DISTRICT_STAFF: ['AT'] },
  // It is told ids and codes, nothing of what a case says: so also whoever runs the system, who sees no case.
  'webhook:manage': { DISTRICT_STAFF: ['AT'], ADMINISTRATOR: ['SAME_DISTRICT'] },
} as const satisfies Record<string, Grants>;
