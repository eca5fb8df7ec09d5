import { type Actor, type Appointment } from '../../auth/actor';
import { type Change } from '../../shared/change';
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
 * Throws when the request's id was used for another one, or the record is not the one its sender saw.
 * @throws Refusal CONFLICT, telling who changed it last
 */
export function assertFresh(
  record: { readonly version: number; readonly changes: readonly Change[] },
  request: { readonly id: string; readonly expectedVersion?: number | null | undefined },
): void {
  const { id, expectedVersion } = request;
  if (record.changes.some((change) => change.id === id)) throw conflictWith(record.changes, ['id']);
  if (expectedVersion != null && expectedVersion !== record.version)
    throw conflictWith(record.changes, ['expectedVersion']);
}

/** The refusal that tells who changed the record last, and when. */
export function conflictWith(changes: readonly Change[], path: readonly string[] = []): Refusal {
  const last = changes.at(-1);
  const when = last?.at.replace(/\.\d+Z$/, 'Z') ?? '';
  return new Refusal('CONFLICT', { what: `${last?.by.name ?? ''} ${when}`.trim() }, path);
}
