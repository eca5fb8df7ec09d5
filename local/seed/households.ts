import { type Household } from '../../src/modules/residents/household.type';
import { grids } from './areas';
import { seedId } from './ids';

const FLOORS = 3;
const DOORS = [1, 2];
const MEMBERS = [3, 2, 4, 1, 5, 2];

/** Households of every courtyard of the demonstration community: doors and numbers of members, invented. */
export function households(): Household[] {
  const courtyards = grids().filter(({ code }) => code.length === 18);
  const doors = courtyards.flatMap((courtyard) =>
    Array.from({ length: FLOORS }, (_none, floor) => floor + 1).flatMap((floor) =>
      DOORS.map((side) => ({ courtyard, door: `1-1-${floor}0${side}` })),
    ),
  );
  return doors.map(({ courtyard, door }, index) => ({
    id: seedId('HOUSEHOLD', index + 1),
    courtyard: courtyard.code,
    door,
    address: `${courtyard.names.at(-1) ?? ''} ${door.replace('1-1-', '1 栋 1 单元 ')} 号`,
    memberCount: MEMBERS[index % MEMBERS.length] ?? 2,
  }));
}
