import { Refusal } from '../../shared/errors';
import { derivedId } from '../../shared/ids';

/** Most characters of a door. */
const MOST_DOOR = 30;

/**
 * A door in canonical form, for instance `1-1-301` or `1栋1单元301`.
 * @throws Refusal DOOR_INVALID
 */
export function checkedDoor(text: string): string {
  const door = text.trim().replace(/\s+/g, '');
  if (door === '' || door.length > MOST_DOOR || /[#\p{C}<>]/u.test(door))
    throw new Refusal('DOOR_INVALID', { max: MOST_DOOR }, ['door']);
  return door;
}

/** The id of a household that a file brings: the same for the same door, so that the file meets its own records. */
export function householdIdOf(courtyard: string, door: string): string {
  return derivedId(`household|${courtyard}|${door}`);
}
