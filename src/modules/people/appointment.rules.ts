import { type Appointment, type Role } from '../../auth/actor';
import { isWithin, levelOf } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';

/** What somebody is appointed to: a role in an area, for a department where the role is one of a department. */
export type Post = Pick<Appointment, 'role' | 'area' | 'department'>;

/** From when to when, both days included; no last day where no end is planned. */
export interface Term {
  readonly from: Day;
  readonly to?: Day | undefined;
}

/** One place on the roster of a post: who holds it when, and whose place they take meanwhile. */
export interface Place extends Term {
  /** Id of the appointment. */
  readonly id: string;
  readonly person: string;
  readonly role: Role;
  /** Id of the appointment that this one stands in for. */
  readonly covers?: string | undefined;
}

/** Grid workers of one grid at a time: one or two; who stands in for one of them is not counted. */
export const MOST_GRID_WORKERS = 2;

/** The level of the area that each role is appointed to; a department's staff serve where the department does. */
const LEVELS = {
  SECONDARY_WORKER: 'COURTYARD',
  GRID_WORKER: 'GRID',
  COMMUNITY_STAFF: 'COMMUNITY',
  STREET_STAFF: 'STREET',
  DISTRICT_STAFF: 'DISTRICT',
  ADMINISTRATOR: 'DISTRICT',
  SENSOR: 'COMMUNITY',
} as const;

const WORKERS: readonly Role[] = ['SECONDARY_WORKER', 'GRID_WORKER'];
const STREET: readonly Role[] = [...WORKERS, 'COMMUNITY_STAFF', 'DEPARTMENT_STAFF'];
const DISTRICT: readonly Role[] = [...STREET, 'STREET_STAFF', 'SENSOR'];

/** Whom each role appoints: those below its own level. Nobody appoints an administrator or a resident. */
const APPOINTS: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  COMMUNITY_STAFF: WORKERS,
  STREET_STAFF: STREET,
  DISTRICT_STAFF: DISTRICT,
  ADMINISTRATOR: [...DISTRICT, 'DISTRICT_STAFF'],
};

/** Whether somebody with an appointment may fill a post, or end who holds it. */
export function mayAppoint(own: Appointment, post: Post): boolean {
  return APPOINTS[own.role]?.includes(post.role) === true && isWithin(post.area, own.area);
}

/** Throws POST_INVALID unless the role is one of an area of this level, or of a department of this area. */
export function assertPost({ role, area, department }: Post): void {
  const fits =
    role === 'DEPARTMENT_STAFF'
      ? department?.startsWith(`${area}-`) === true && levelOf(area) !== undefined
      : role !== 'RESIDENT' && department === undefined && levelOf(area) === LEVELS[role];
  if (!fits) throw new Refusal('POST_INVALID', {}, ['role']);
}

/** The department or area whose roster a post is on. */
export function rosterOf({ area, department }: Post): string {
  return department ?? area;
}

/** Whether a term holds on a day; one that was ended holds until the day before. */
export function isInForce(term: Term & { readonly ended?: Day | undefined }, day: Day): boolean {
  return isOn(term, day) && (term.ended === undefined || day < term.ended);
}

/** The roster without those whose term is over. */
export function withoutPast(roster: readonly Place[], today: Day): readonly Place[] {
  return roster.filter(({ to }) => to === undefined || to >= today);
}

/**
 * Throws unless there is room on the roster for a place.
 * @throws Refusal TERM_INVALID, ALREADY_APPOINTED, GRID_FULL, and those of cover
 */
export function assertRoom(roster: readonly Place[], place: Place): void {
  if (place.to !== undefined && place.to < place.from) throw new Refusal('TERM_INVALID', {}, ['to']);
  const beside = roster.filter((other) => other.role === place.role);
  if (beside.some((other) => other.person === place.person && overlap(other, place)))
    throw new Refusal('ALREADY_APPOINTED', {}, ['person']);
  if (place.covers !== undefined) assertCover(beside, place);
  else if (place.role === 'GRID_WORKER') assertSeat(beside, place);
}

/** A third at a time is refused. How many there are grows only on a day on which somebody begins. */
function assertSeat(beside: readonly Place[], place: Place): void {
  const seated = beside.filter((other) => takesSeat(beside, other));
  const days = [place.from, ...seated.map(({ from }) => from)].filter((day) => isOn(place, day)).sort();
  const day = days.find((each) => seated.filter((other) => isOn(other, each)).length >= MOST_GRID_WORKERS);
  if (day !== undefined) throw new Refusal('GRID_FULL', { day, max: MOST_GRID_WORKERS }, ['area']);
}

/** Who stands in takes no seat of their own, unless whoever they covered is gone for good. */
function takesSeat(beside: readonly Place[], { covers }: Place): boolean {
  return covers === undefined || !beside.some(({ id }) => id === covers);
}

function assertCover(beside: readonly Place[], place: Place): void {
  const covered = beside.find(({ id, covers }) => id === place.covers && covers === undefined);
  if (covered === undefined || covered.person === place.person)
    throw new Refusal('COVERED_UNKNOWN', {}, ['covers']);
  if (place.to === undefined) throw new Refusal('COVER_NEEDS_END', {}, ['to']);
  const isWithinTerm = place.from >= covered.from && (covered.to === undefined || place.to <= covered.to);
  if (!isWithinTerm) throw new Refusal('COVER_OUTSIDE_TERM', {}, ['covers']);
  if (beside.some((other) => other.covers === place.covers && overlap(other, place)))
    throw new Refusal('ALREADY_COVERED', {}, ['covers']);
}

function overlap(one: Term, other: Term): boolean {
  return (other.to === undefined || one.from <= other.to) && (one.to === undefined || other.from <= one.to);
}

function isOn({ from, to }: Term, day: Day): boolean {
  return from <= day && (to === undefined || day <= to);
}
