import { AREA_LEVELS, type AreaLevel } from '../../shared/area-code';
import { type RecordLink } from '../../shared/record-link.type';

/** By which rule a case was routed when it was reported, and what the rule said of who leads. */
export interface CaseRoute {
  /** Since which day the rules held, and the rule's number among them. */
  readonly from: string;
  readonly rule: number;
  readonly lead: { readonly code: string; readonly name: string };
}

/** A route that was found just now, with the level at which it lets a case begin. */
export interface FoundRoute extends CaseRoute {
  readonly level: AreaLevel;
}

/** A route as a case keeps it: short, because a report is to cost three units. */
export type StoredRoute = readonly [from: string, rule: number, lead: string, name: string];

/** Finds the route of a case in rules that were read before. */
export type FindRoute = (category: string, area: string) => FoundRoute | undefined;

/** Whoever knows the rules of districts. They are known by reports as this alone, so that rules may know of cases. */
export interface Routes {
  /** The rules that hold in districts at a moment, read together. */
  of(districts: readonly string[], at: Date): Promise<FindRoute>;
}

/**
 * The department that sees a case before anybody has sent it there: of what was found at an inspection, whoever leads by the rules of
 * the district. What people report may name others, and is sent by somebody who has read it.
 */
export function routedTo({ origin, partOf, storedRoute: route }: Routed): string | undefined {
  return origin?.type === 'INSPECTION' && partOf === undefined ? route?.lead.code : undefined;
}

interface Routed {
  readonly origin?: Pick<RecordLink, 'type'> | undefined;
  readonly partOf?: string | undefined;
  readonly storedRoute?: CaseRoute | undefined;
}

/** The level at which a case begins: as its route says, but never below the reporter's own. */
export function entryLevel(own: AreaLevel, route: FoundRoute | undefined): AreaLevel {
  if (route === undefined || route.level === 'GRID') return own;
  return AREA_LEVELS.indexOf(route.level) < AREA_LEVELS.indexOf(own) ? route.level : own;
}

/** A route as it is kept. */
export function storedRoute({ from, rule, lead }: CaseRoute): StoredRoute {
  return [from, rule, lead.code, lead.name];
}

/** A route that was kept. */
export function routeFrom([from, rule, code, name]: StoredRoute): CaseRoute {
  return { from, rule, lead: { code, name } };
}
