import { type Actor, type Appointment } from '../../auth/actor';
import { type Basis, type Change, unseenBy } from '../../shared/change';
import { Refusal } from '../../shared/errors';

/** A change that somebody makes in one of their appointments. */
export function changeBy(
  { id, name }: Actor,
  { role }: Appointment,
  facts: { readonly id: string; readonly mark: string; readonly at: Date; readonly what: readonly string[] },
): Change {
  return { ...facts, at: facts.at.toISOString(), by: { id, name, role } };
}

/** Whether a record has taken in this very request before; its answer is then the record as it stands. */
export function isRepeated(changes: readonly Change[], id: string, mark: string): boolean {
  return changes.some((change) => change.id === id && change.mark === mark);
}

/**
 * Throws when the request's id was used for another one, or something was done to the record that its sender did not know of
 * and that collides with it: anything, where nothing else is said.
 * @throws Refusal CONFLICT, telling who changed it last
 */
export function assertFresh(
  record: { readonly version: number; readonly changes: readonly Change[] },
  request: Basis & { readonly id: string },
  collides: (change: Change) => boolean = () => true,
): void {
  if (record.changes.some(({ id }) => id === request.id)) throw conflictWith(record.changes, ['id']);
  const unseen = unseenBy(request, record.version, record.changes);
  const rivals = unseen?.filter(collides) ?? record.changes;
  if (unseen === undefined || rivals.length > 0) throw conflictWith(rivals, ['expectedVersion']);
}

/** The refusal that tells who changed the record last, and when. */
export function conflictWith(changes: readonly Change[], path: readonly string[] = []): Refusal {
  const last = changes.at(-1);
  const when = last?.at.replace(/\.\d+Z$/, 'Z') ?? '';
  return new Refusal('CONFLICT', { what: `${last?.by.name ?? ''} ${when}`.trim() }, path);
}
