import { type Actor, type Appointment, type Role, ROLES } from './actor';
import { type Relation, RELATIONS, type Target } from './relations';

type Grants = Readonly<Partial<Record<Role, readonly Relation[]>>>;
/** All persons: a machine may only what is said of it. */
const everyone = (relation: Relation): Grants =>
  Object.fromEntries(ROLES.filter((role) => role !== 'SENSOR').map((role) => [role, [relation]]));
const LADDER = { GRID_WORKER: ['HOLDS'], COMMUNITY_STAFF: ['HOLDS'], STREET_STAFF: ['HOLDS'] } as const;
const STAFF = {
  COMMUNITY_STAFF: ['WITHIN'],
  STREET_STAFF: ['WITHIN'],
  DISTRICT_STAFF: ['WITHIN'],
} as const;
const CENTRE = { STREET_STAFF: ['HOLDS'], DISTRICT_STAFF: ['HOLDS'] } as const;

const CASE_READERS = {
  RESIDENT: ['REPORTED'],
  // What an adjustment of grids has handed them happened in another grid.
  SECONDARY_WORKER: ['WITHIN', 'HOLDS', 'REPORTED'],
  GRID_WORKER: ['WITHIN', 'HOLDS', 'REPORTED'],
  ...STAFF,
  DEPARTMENT_STAFF: ['INVOLVED'],
} as const;

/**
 * Who may do what: action × role × relation to the area. What is not here is denied. An administrator runs the system
 * and sees no residents and no cases.
 */
export const PERMISSIONS = {
  'self:read': { ...everyone('ANY'), SENSOR: ['ANY'] },
  'area:read': everyone('SAME_DISTRICT'),
  'department:read': {
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
    DEPARTMENT_STAFF: ['SAME_DISTRICT'],
    ADMINISTRATOR: ['SAME_DISTRICT'],
  },
  'area:check-coverage': STAFF,
  'area:read-load': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'adjustment:read': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'adjustment:propose': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'adjustment:decide': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'grid-worker:read': { ...everyone('SAME_DISTRICT'), RESIDENT: ['SAME_GRID'] },
  'staff:read': { GRID_WORKER: ['WITHIN'], ...STAFF, ADMINISTRATOR: ['SAME_DISTRICT'] },
  'staff:appoint': { ...STAFF, ADMINISTRATOR: ['SAME_DISTRICT'] },
  'household:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'household:write': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'resident:read': {
    RESIDENT: ['SELF'],
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  'resident:write': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'resident:look-up': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'resident:reveal': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  // The district sees only pairs that no street can decide, because the two live in two of them.
  'resident:merge': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['AT'] },
  'visit:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'visit:submit': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'visit:set-tier': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'visit:read-coverage': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'visit:read-policy': {
    SECONDARY_WORKER: ['SAME_DISTRICT'],
    GRID_WORKER: ['SAME_DISTRICT'],
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
  },
  'visit:set-policy': { DISTRICT_STAFF: ['WITHIN'] },
  // Whether each item of a batch is theirs to do is asked of each by itself.
  'field:submit': {
    SECONDARY_WORKER: ['ANY'],
    GRID_WORKER: ['ANY'],
    COMMUNITY_STAFF: ['ANY'],
    STREET_STAFF: ['ANY'],
    DISTRICT_STAFF: ['ANY'],
    DEPARTMENT_STAFF: ['ANY'],
  },
  'conflict:decide': { COMMUNITY_STAFF: ['WITHIN'] },
  'changes:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'file:read-own': { RESIDENT: ['SELF'] },
  'care:read': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'care:write': { COMMUNITY_STAFF: ['WITHIN'] },
  'request:make': { RESIDENT: ['SELF'] },
  'request:decide': { COMMUNITY_STAFF: ['WITHIN'] },
  'place:read': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    ...STAFF,
    DEPARTMENT_STAFF: ['WITHIN'],
  },
  'place:write': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'sheet:read': {
    RESIDENT: ['SAME_DISTRICT'],
    SECONDARY_WORKER: ['SAME_DISTRICT'],
    GRID_WORKER: ['SAME_DISTRICT'],
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
  },
  // A sheet gathers many people's data: that is ordered from street upwards, as a rule for all communities alike.
  'sheet:publish': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'sheet:fill': {
    RESIDENT: ['SELF'],
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
  },
  // The answers are residents' data: who sees no residents, as a district, sees no answers.
  'sheet:read-fills': {
    RESIDENT: ['SELF'],
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  // Never who knocked at the door.
  'sheet:review': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'import:run': { ...STAFF, ADMINISTRATOR: ['SAME_DISTRICT'] },
  'export:run': STAFF,
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
  'log:read-own': {
    SECONDARY_WORKER: ['ANY'],
    GRID_WORKER: ['ANY'],
    COMMUNITY_STAFF: ['ANY'],
    STREET_STAFF: ['ANY'],
    DISTRICT_STAFF: ['ANY'],
    DEPARTMENT_STAFF: ['ANY'],
  },
  'log:keep': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  'log:supervise': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
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
export type Action = keyof typeof PERMISSIONS;

/** The first of the actor's appointments that grants `action` on `target`; undefined when none does. */
export function grantFor(actor: Actor, action: Action, target: Target = {}): Appointment | undefined {
  const grants: Grants = PERMISSIONS[action];
  return actor.appointments.find((appointment) =>
    grants[appointment.role]?.some((relation) => RELATIONS[relation](appointment, target, actor)),
  );
}

/** Whether any appointment of the actor has a role that can be granted `action` at all, whatever the target. */
export function mayEver(actor: Actor, action: Action): boolean {
  const grants: Grants = PERMISSIONS[action];
  return actor.appointments.some(({ role }) => grants[role] !== undefined);
}

/** Whether an action is that of whoever holds the target. */
export function isOfHolders(action: Action): boolean {
  const grants: Grants = PERMISSIONS[action];
  return Object.values(grants).some((relations) => relations.includes('HOLDS'));
}
