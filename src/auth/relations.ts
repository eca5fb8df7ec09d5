import { ancestorAt, isWithin } from '../shared/area-code';
import { type Actor, type Appointment } from './actor';

/** What an action is about, as far as the rules must know it. */
export interface Target {
  /** Code of the area it happens in. */
  readonly area?: string | undefined;
  /** Code of the area or department that holds it now. */
  readonly holder?: string | undefined;
  /** Code of the area or department that sent it to whoever holds it. */
  readonly sender?: string | undefined;
  /** Codes of the departments it was ever dispatched to, or that help with it. */
  readonly departments?: readonly string[];
  /** Code of the department that has it or had it last. */
  readonly handler?: string | undefined;
  /** Code of the department to which the rules of its district bring it, where that sees it before anybody sends it. */
  readonly routed?: string | undefined;
  /** Id of the person who reported it. */
  readonly reporterId?: string;
  /** Id of the resident it is about; a resident's token carries it as its subject. */
  readonly residentId?: string;
}

/** How an appointment must stand to the target. */
export const RELATIONS = {
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
  /** The target is the appointment's own area itself, and nothing smaller in it. */
  AT: ({ area }, target) => target.area === area,
  /** The appointment's own area lies in the target, so that one sees where one belongs. */
  ABOVE: ({ area }, target) => target.area !== undefined && isWithin(area, target.area),
  /** The appointment's area or department holds the target now. */
  HOLDS: (appointment, target) => target.holder !== undefined && target.holder === dutyOf(appointment),
  /** The appointment's area or department sent it to whoever holds the target now. */
  SENT: (appointment, target) => target.sender !== undefined && target.sender === dutyOf(appointment),
  /** An area inside the appointment's own holds the target now. */
  ABOVE_HOLDER: ({ area }, { holder }) => holder !== undefined && holder !== area && isWithin(holder, area),
  /** The target was dispatched to the appointment's department, now or before. */
  INVOLVED: ({ department }, target) =>
    department !== undefined && target.departments?.includes(department) === true,
  /** The appointment's department has the target or had it last. */
  HANDLED: ({ department }, target) => department !== undefined && target.handler === department,
  /** The rules of its district bring the target to the appointment's department, sent or not. */
  ROUTED: ({ department }, target) => department !== undefined && target.routed === department,
  /** The actor reported it. */
  REPORTED: (_appointment, target, actor) => target.reporterId === actor.id,
  /** It is about the actor. */
  SELF: (_appointment, target, actor) => target.residentId === actor.id,
  /** It is about somebody for whom the actor's account acts: a child, or a family member who agreed. */
  FAMILY: (_appointment, target, actor) => isTied(actor, target.residentId),
  /** It is about a minor whose guardian the actor is. */
  WARD: (_appointment, target, actor) => isTied(actor, target.residentId, 'GUARDIAN'),
} as const satisfies Record<string, (appointment: Appointment, target: Target, actor: Actor) => boolean>;
export type Relation = keyof typeof RELATIONS;

/** The area or department whose work an appointment does: a department for its staff, else the area. */
export function dutyOf(appointment: Appointment): string | undefined {
  if (appointment.role === 'RESIDENT' || appointment.role === 'ADMINISTRATOR') return undefined;
  return appointment.department ?? appointment.area;
}

/** All ids under which those are on file for whom the actor's account acts; none for who came without one. */
export function familyIds({ account }: Actor): readonly string[] {
  return account?.family.flatMap(({ ids }) => ids) ?? [];
}

function isTied({ account }: Actor, resident: string | undefined, only?: 'GUARDIAN'): boolean {
  if (account === undefined || resident === undefined) return false;
  return account.family.some(
    ({ ids, relation }) => ids.includes(resident) && (only === undefined || relation === only),
  );
}

function inSame(level: 'DISTRICT' | 'COMMUNITY' | 'GRID', own: string, other: string | undefined): boolean {
  const mine = ancestorAt(own, level);
  return mine !== undefined && other !== undefined && ancestorAt(other, level) === mine;
}
