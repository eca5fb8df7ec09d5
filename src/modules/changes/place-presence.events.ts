import { type Image } from '../../data/table-change';
import { type Stand, standsOfPlace } from './presence.rules';

/** Digits of a courtyard's code, with which the id of a site begins. */
const COURTYARD_DIGITS = 18;

/** Where the courtyard, building or dwelling in an image stands. */
export function siteStands({ id, row }: Image): readonly Stand[] {
  const { closedAt } = row as { closedAt?: string };
  return standsOfPlace(String(id).slice(0, COURTYARD_DIGITS), closedAt !== undefined);
}

/** Where the organisation, premises or facility in an image stands. */
export function thingStands({ area, shelf }: Image): readonly Stand[] {
  return standsOfPlace(String(area), shelf === 'CLOSED');
}
