import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { isWithin } from '../../shared/area-code';
import { fingerprint } from '../../shared/fingerprint';
import { type AskedGrid } from './change-turn.rules';
import { type SeenGrid } from './telling.rules';

/** A grid as somebody sees it: by which appointments, and therefore which part. */
export interface Scope extends AskedGrid, SeenGrid {
  readonly appointments: readonly Appointment[];
}

/**
 * The grid as an actor sees it; undefined when none of their appointments lies in it or around it. By other appointments
 * nothing is told, though they may allow more elsewhere: what is told of a grid must follow from what is named here,
 * because with it, and only with it, the grid is told anew. The same duty held a second time is another appointment: whoever
 * was away is told anew, and not what came and went meanwhile.
 */
export function scopeOf(actor: Actor, grid: string): Scope | undefined {
  const appointments = actor.appointments.filter((held) => {
    const part = isWithin(held.area, grid) ? held.area : grid;
    const alone = { ...actor, appointments: [held] };
    return isWithin(part, grid) && grantFor(alone, 'changes:read', { area: part }) !== undefined;
  });
  if (appointments.length === 0) return undefined;
  const held = appointments.map(({ role, area, id = '' }) => `${role}@${area}#${id}`).sort();
  return { grid, appointments, areas: appointments.map(({ area }) => area), scope: fingerprint(held) };
}

/** The actor with no more appointments than these grids are seen by. */
export function actorIn(actor: Actor, scopes: readonly Scope[]): Actor {
  const held = new Map(
    scopes.flatMap(({ appointments }) => appointments).map((each) => [`${each.role}@${each.area}`, each]),
  );
  return { ...actor, appointments: [...held.values()] };
}
