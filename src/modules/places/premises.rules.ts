import { Refusal } from '../../shared/errors';

/** Kinds of premises. */
export const PREMISES_KINDS = [
  'RIVERSIDE_RESTAURANT',
  'RESTAURANT',
  'WORKSHOP',
  'CAR_WASH',
  'CONSTRUCTION_SITE',
  'SMALL_HOTEL',
  'RENTAL_DORMITORY',
  'SCHOOL_SURROUNDINGS',
  'SHOP',
  'ENTERTAINMENT',
  'OTHER',
] as const;
export type PremisesKind = (typeof PREMISES_KINDS)[number];

/** Levels at which premises are controlled as a source of pollution, strictest first; the order is the department's. */
export const CONTROL_LEVELS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT', 'NONE'] as const;
export type ControlLevel = (typeof CONTROL_LEVELS)[number];

/** What premises may pollute with. */
export const POLLUTION_SOURCES = [
  'WASTE_WATER',
  'FUMES',
  'EXHAUST_GAS',
  'DUST',
  'NOISE',
  'SOLID_WASTE',
  'HAZARDOUS_WASTE',
] as const;
export type PollutionSource = (typeof POLLUTION_SOURCES)[number];

/** Whether premises operate. */
export const PREMISES_STATUSES = ['OPERATING', 'SUSPENDED', 'CLOSED'] as const;
export type PremisesStatus = (typeof PREMISES_STATUSES)[number];

/** Equipment that premises should have. */
export const EQUIPMENT_KINDS = [
  'FUME_PURIFIER',
  'GREASE_TRAP',
  'SEWER_CONNECTION',
  'WASTE_WATER_TREATMENT',
  'DUST_SUPPRESSION',
  'FIRE_EXTINGUISHER',
  'SMOKE_DETECTOR',
  'GAS_ALARM',
  'OTHER',
] as const;
export type EquipmentKind = (typeof EQUIPMENT_KINDS)[number];

/** How equipment stands. */
export const EQUIPMENT_STATES = ['WORKING', 'NOT_WORKING', 'NOT_INSTALLED'] as const;
export type EquipmentState = (typeof EQUIPMENT_STATES)[number];

/** Most pieces of equipment of one premises. */
const MOST_EQUIPMENT = 20;

/** The rank of a control level in the department's list; undefined when nobody controls it. */
export function rankOf(level: ControlLevel): string | undefined {
  return level === 'NONE' ? undefined : String(CONTROL_LEVELS.indexOf(level));
}

/** The ranks of all levels of control, strictest first. */
export const RANKS: readonly string[] = CONTROL_LEVELS.map(rankOf).filter((rank) => rank !== undefined);

/** How many pieces of equipment are missing or do not work. */
export function faultsOf(equipment: readonly { readonly state: EquipmentState }[]): number {
  return equipment.filter(({ state }) => state !== 'WORKING').length;
}

/** Throws unless each kind of equipment is named once, save `OTHER`. @throws Refusal EQUIPMENT_TWICE, EQUIPMENT_TOO_MANY */
export function assertEquipment(equipment: readonly { readonly kind: EquipmentKind }[]): void {
  if (equipment.length > MOST_EQUIPMENT) {
    throw new Refusal('EQUIPMENT_TOO_MANY', { max: MOST_EQUIPMENT }, ['equipment']);
  }
  const known = new Set<EquipmentKind>();
  for (const [index, { kind }] of equipment.entries()) {
    if (kind !== 'OTHER' && known.has(kind)) {
      throw new Refusal('EQUIPMENT_TWICE', {}, ['equipment', String(index), 'kind']);
    }
    known.add(kind);
  }
}
