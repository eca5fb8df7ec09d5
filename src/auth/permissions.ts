import { ancestorAt, isWithin } from '../shared/area-code';
import { type Actor, type Appointment, type Role, ROLES } from './actor';

/** What an action is about, as far as the rules must know it. */
export interface Target {
  /** Code of the area it happens in. */
  readonly area?: string;
  /** Code of the area or department that holds it now. */
  readonly holder?: string | undefined;
  /** Codes of the departments it was ever dispatched to. */
  readonly departments?: readonly string[];
  /** Id of the person who reported it. */
  readonly reporterId?: string;
}

/** How an appointment must stand to the target. */
const RELATIONS = {
  /** No target is needed. */
  ANY: () => true,
  /** The target lies in the district the appointment belongs to. */
  SAME_DISTRICT: ({ area }, target) => inSame('DISTRICT', area, target.area),
  /** The target lies in the grid the appointment belongs to. */
  SAME_GRID: ({ area }, target) => inSame('GRID', area, target.area),
  /** The target lies in the community the appointment belongs to. */
  SAME_COMMUNITY: ({ area }, target) => inSame('COMMUNITY', area, target.area),
  /** The target lies in the appointment's own area. */
  WITHIN: ({ area }, target) => target.area !== undefined && isWithin(target.area, area),
  /** The appointment's own area lies in the target, so that one sees where one belongs. */
  ABOVE: ({ area }, target) => target.area !== undefined && isWithin(area, target.area),
  /** The appointment's area or department holds the target now. */
  HOLDS: (appointment, target) => target.holder !== undefined && target.holder === dutyOf(appointment),
  /** The target was dispatched to the appointment's department, now or before. */
  INVOLVED: ({ department }, target) =>
    department !== undefined && target.departments?.includes(department) === true,
  /** The actor reported it. */
  REPORTED: (_appointment, target, actor) => target.reporterId === actor.id,
} as const satisfies Record<string, (appointment: Appointment, target: Target, actor: Actor) => boolean>;
export type Relation = keyof typeof RELATIONS;

type Grants = Readonly<Partial<Record<Role, readonly Relation[]>>>;
const everyone = (relation: Relation): Grants => Object.fromEntries(ROLES.map((role) => [role, [relation]]));
const LADDER = { GRID_WORKER: ['HOLDS'], COMMUNITY_STAFF: ['HOLDS'], STREET_STAFF: ['HOLDS'] } as const;
const CENTRE = { STREET_STAFF: ['HOLDS'], DISTRICT_STAFF: ['HOLDS'] } as const;

/**
 * Who may do what: action × role × relation to the area. What is not here is denied. An administrator runs the system
 * and sees no residents and no cases.
 */
export const PERMISSIONS = {
  'self:read': everyone('ANY'),
  'area:read': everyone('SAME_DISTRICT'),
  'department:read': {
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
    DEPARTMENT_STAFF: ['SAME_DISTRICT'],
    ADMINISTRATOR: ['SAME_DISTRICT'],
  },
  'household:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'category:read': everyone('ANY'),
  'case:report': {
    RESIDENT: ['SAME_DISTRICT'],
    SECONDARY_WORKER: ['SAME_GRID'],
    GRID_WORKER: ['SAME_COMMUNITY'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
    DISTRICT_STAFF: ['WITHIN'],
  },
  'case:read': {
    RESIDENT: ['REPORTED'],
    SECONDARY_WORKER: ['WITHIN', 'REPORTED'],
    GRID_WORKER: ['WITHIN', 'REPORTED'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
    DISTRICT_STAFF: ['WITHIN'],
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
  'case:list-held': {
    SECONDARY_WORKER: ['HOLDS'],
    ...LADDER,
    DISTRICT_STAFF: ['HOLDS'],
    DEPARTMENT_STAFF: ['HOLDS'],
  },
  'case:list-reported': everyone('ANY'),
  'case:solve': { SECONDARY_WORKER: ['HOLDS'], ...LADDER, DISTRICT_STAFF: ['HOLDS'] },
  'case:escalate': { SECONDARY_WORKER: ['HOLDS'], ...LADDER },
  'case:dispatch': CENTRE,
  'case:accept': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:return': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:report-back': { DEPARTMENT_STAFF: ['HOLDS'] },
  'case:close': CENTRE,
  'case:send-back': CENTRE,
  'evidence:add': {
    RESIDENT: ['REPORTED'],
    SECONDARY_WORKER: ['HOLDS', 'REPORTED'],
    GRID_WORKER: ['HOLDS', 'REPORTED'],
    COMMUNITY_STAFF: ['HOLDS'],
    STREET_STAFF: ['HOLDS'],
    DISTRICT_STAFF: ['HOLDS'],
    DEPARTMENT_STAFF: ['HOLDS'],
  },
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

/** The area or department whose work an appointment does: a department for its staff, else the area. */
export function dutyOf(appointment: Appointment): string | undefined {
  if (appointment.role === 'RESIDENT' || appointment.role === 'ADMINISTRATOR') return undefined;
  return appointment.department ?? appointment.area;
}

function inSame(level: 'DISTRICT' | 'COMMUNITY' | 'GRID', own: string, other: string | undefined): boolean {
  const mine = ancestorAt(own, level);
  return mine !== undefined && other !== undefined && ancestorAt(other, level) === mine;
}
