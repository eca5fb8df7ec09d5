import { Refusal } from '../../shared/errors';

/** Kinds of courtyards. */
export const COURTYARD_KINDS = [
  'MANAGED_ESTATE',
  'THREE_WITHOUT',
  'WORK_UNIT_COMPOUND',
  'RESETTLEMENT',
  'MIXED_USE',
  'OTHER',
] as const;
export type CourtyardKind = (typeof COURTYARD_KINDS)[number];

/** What a dwelling is used for. */
export const DWELLING_USES = ['OWNER_OCCUPIED', 'RENTED', 'SHARED_RENT', 'BUSINESS', 'VACANT'] as const;
export type DwellingUse = (typeof DWELLING_USES)[number];

/** What a courtyard has, as far as its kind depends on it. */
interface CourtyardFacts {
  readonly kind: CourtyardKind;
  readonly hasPropertyManagement: boolean;
  readonly hasGate: boolean;
  readonly hasGuard: boolean;
}

/**
 * Throws unless the kind agrees with what the courtyard has: 三无院落 means exactly without property management, gate
 * and guard; a managed estate has property management.
 * @throws Refusal COURTYARD_KIND_DISAGREES
 */
export function assertKind({ kind, hasPropertyManagement, hasGate, hasGuard }: CourtyardFacts): void {
  const hasNone = !hasPropertyManagement && !hasGate && !hasGuard;
  const agrees =
    hasNone === (kind === 'THREE_WITHOUT') && (kind !== 'MANAGED_ESTATE' || hasPropertyManagement);
  if (!agrees) throw new Refusal('COURTYARD_KIND_DISAGREES', {}, ['kind']);
}

/** Throws unless a company goes with property management, and a head with a committee. */
export function assertBodies(facts: {
  readonly hasPropertyManagement: boolean;
  readonly propertyCompany?: string | undefined;
  readonly hasCommittee: boolean;
  readonly committeeHead?: object | undefined;
}): void {
  if (facts.propertyCompany !== undefined && !facts.hasPropertyManagement) {
    throw new Refusal('COMPANY_WITHOUT_MANAGEMENT', {}, ['propertyCompany']);
  }
  if (facts.committeeHead !== undefined && !facts.hasCommittee) {
    throw new Refusal('HEAD_WITHOUT_COMMITTEE', {}, ['committeeHead']);
  }
}

/** A part of a door: letters and digits, so that the hyphens of a door always mean the same. */
const DOOR_PART = /^[\p{L}\p{N}]{1,10}$/u;

/** The number of a building or room. @throws Refusal DOOR_INVALID */
export function doorPart(part: string, path: readonly string[]): string {
  if (!DOOR_PART.test(part)) throw new Refusal('DOOR_INVALID', {}, path);
  return part;
}

/** The door of a dwelling in the form the households use: building-unit-room. */
export function doorOf({ building, unit, room }: { building: string; unit: string; room: string }): string {
  return `${building}-${unit}-${room}`;
}

/** The id of a building or dwelling: the code of its courtyard, then its number or door. */
export function siteId(courtyard: string, numberOrDoor: string): string {
  return `${courtyard}-${numberOrDoor}`;
}
