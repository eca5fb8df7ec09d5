import { type HouseholdRow } from '../../src/modules/residents/registry-rows.rules';
import { grids } from './areas';
import { seedId } from './ids';

const FLOORS = 3;
const SIDES = [1, 2];

/** A household of the seed: its place in the list, and its row. */
export type SeedHousehold = HouseholdRow & { readonly id: string };

/** Households of every courtyard of the demonstration community: six doors each, invented. */
export function households(): SeedHousehold[] {
  const courtyards = grids().filter(({ code }) => code.length === 18);
  const doors = courtyards.flatMap((courtyard) =>
    Array.from({ length: FLOORS }, (_none, floor) => floor + 1).flatMap((floor) =>
      SIDES.map((side) => ({ courtyard, door: `1-1-${floor}0${side}` })),
    ),
  );
  return doors.map(({ courtyard, door }, index) => ({
    id: seedId('HOUSEHOLD', index + 1),
    courtyard: courtyard.code,
    door,
    address: `${courtyard.names.at(-1) ?? ''} ${door.replace('1-1-', '1 栋 1 单元 ')} 号`,
  }));
}
