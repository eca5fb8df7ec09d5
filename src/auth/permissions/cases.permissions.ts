import { CENTRE, everyone, LADDER, STAFF, type Grants } from './grants';

const CASE_READERS = {
  RESIDENT: ['REPORTED'],
  // What an adjustment of grids has handed them happened in another grid.
  SECONDARY_WORKER: ['WITHIN', 'HOLDS', 'REPORTED'],
  GRID_WORKER: ['WITHIN', 'HOLDS', 'REPORTED'],
  ...STAFF,
  // What their own inspection found begins with the centre; what anybody's found is theirs to see before it is sent.
  DEPARTMENT_STAFF: ['INVOLVED', 'ROUTED', 'REPORTED'],
} as const;

/** Cases, from the report to the last word, with their files and what is told of them. */
export const CASES_PERMISSIONS = {
  'case:report': {
    RESIDENT: ['SAME_DISTRICT'],
    SECONDARY_WORKER: ['SAME_GRID'],
    GRID_WORKER: ['SAME_COMMUNITY'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
    DISTRICT_STAFF: ['WITHIN'],
    SENSOR: ['WITHIN'],
  },
  'case:read': { ...CASE_READERS, SENSOR: ['REPORTED'] },
  'case:comment': CASE_READERS,
  // What staff say among themselves is not for whoever reported it, as such.
  'case:read-internal': {
    SECONDARY_WORKER: ['WITHIN', 'HOLDS'],
    GRID_WORKER: ['WITHIN', 'HOLDS'],
    ...STAFF,
    DEPARTMENT_STAFF: ['INVOLVED'],
  },
  'case:watch': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
    DISTRICT_STAFF: ['WITHIN'],
    DEPARTMENT_STAFF: ['WITHIN'],
  },
  'case:watch-department': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:watch-own': { ...everyone('ANY'), ADMINISTRATOR: undefined },
  'case:list-held': {
    SECONDARY_WORKER: ['HOLDS'],
    ...LADDER,
    DISTRICT_STAFF: ['HOLDS'],
    DEPARTMENT_STAFF: ['HOLDS'],
  },
  'case:search': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], ...STAFF },
  'case:list-supervised': {
    COMMUNITY_STAFF: ['HOLDS'],
    STREET_STAFF: ['HOLDS'],
    DISTRICT_STAFF: ['HOLDS'],
  },
  // Whether each move is theirs to make is asked of each by itself.
  'case:move': { ...everyone('ANY'), ADMINISTRATOR: undefined },
  'case:list-reported': { ...everyone('ANY'), SENSOR: ['ANY'] },
  // Each their own.
  'notification:read-own': { ...everyone('ANY'), ADMINISTRATOR: undefined },
  'case:solve': { SECONDARY_WORKER: ['HOLDS'], ...LADDER, DISTRICT_STAFF: ['HOLDS'] },
  'case:file': { ...LADDER, DISTRICT_STAFF: ['HOLDS'] },
  'case:decline': { COMMUNITY_STAFF: ['HOLDS'], ...CENTRE },
  'case:cancel': everyone('REPORTED'),
  'case:withdraw': {
    SECONDARY_WORKER: ['SENT'],
    GRID_WORKER: ['SENT'],
    COMMUNITY_STAFF: ['SENT'],
    STREET_STAFF: ['SENT'],
    DISTRICT_STAFF: ['SENT'],
  },
  'case:take-over': {
    COMMUNITY_STAFF: ['ABOVE_HOLDER'],
    STREET_STAFF: ['ABOVE_HOLDER'],
    DISTRICT_STAFF: ['ABOVE_HOLDER'],
  },
  'case:take-on': { DEPARTMENT_STAFF: ['ROUTED'] },
  'case:ask-extension': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:decide-extension': { STREET_STAFF: ['SENT'], DISTRICT_STAFF: ['SENT'] },
  // What is in the pool of problems is kept by the levels that dispatch.
  'case:suspend': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'case:supervise': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'case:inspect': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'case:follow-up': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'case:rate': everyone('REPORTED'),
  'case:reopen': {
    ...everyone('REPORTED'),
    STREET_STAFF: ['REPORTED', 'WITHIN'],
    DISTRICT_STAFF: ['REPORTED', 'WITHIN'],
  },
  'case:merge': { COMMUNITY_STAFF: ['HOLDS'], ...CENTRE },
  'case:undo-merge': STAFF,
  'case:escalate': { SECONDARY_WORKER: ['HOLDS'], ...LADDER },
  'case:dispatch': CENTRE,
  'case:split': CENTRE,
  'case:accept': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:return': { ...LADDER, DISTRICT_STAFF: ['HOLDS'], DEPARTMENT_STAFF: ['HOLDS'] },
  'case:report-back': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:close': CENTRE,
  'case:strike-off': { DEPARTMENT_STAFF: ['HANDLED'] },
  'case:send-back': CENTRE,
  // The parties of a dispute are for whoever mediates, has it or had it last, and the levels that supervise that.
  'mediation:record': {
    SECONDARY_WORKER: ['HOLDS'],
    GRID_WORKER: ['HOLDS'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
    DISTRICT_STAFF: ['HOLDS'],
    DEPARTMENT_STAFF: ['HOLDS'],
  },
  // Of residents only who is a party to what they reported; for the rest names are masked.
  'mediation:read': {
    RESIDENT: ['REPORTED'],
    SECONDARY_WORKER: ['WITHIN', 'HOLDS'],
    GRID_WORKER: ['WITHIN', 'HOLDS'],
    ...STAFF,
    DEPARTMENT_STAFF: ['HOLDS'],
  },
  'mediation:list-due': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], ...STAFF },
  'evidence:add': {
    SENSOR: ['REPORTED'],
    RESIDENT: ['REPORTED'],
    SECONDARY_WORKER: ['HOLDS', 'REPORTED'],
    GRID_WORKER: ['HOLDS', 'REPORTED'],
    COMMUNITY_STAFF: ['HOLDS'],
    STREET_STAFF: ['HOLDS'],
    DISTRICT_STAFF: ['HOLDS'],
    DEPARTMENT_STAFF: ['HOLDS'],
  },
  // Each their own; an administrator sees no case.
  'evidence:list-missing': { ...everyone('ANY'), ADMINISTRATOR: undefined },
  'evidence:hold': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'evidence:read-original': {
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
    DISTRICT_STAFF: ['WITHIN'],
    DEPARTMENT_STAFF: ['INVOLVED'],
  },
} as const satisfies Record<string, Grants>;
