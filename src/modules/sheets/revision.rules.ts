import { type Change } from '../../shared/change';
import { conflictWith } from '../residents/change.rules';

/**
 * Throws when the request's id was used for another one, or the revision is not the one its sender saw.
 * @throws Refusal CONFLICT, telling who changed it last
 */
export function assertUnchanged(
  record: { readonly revision: number; readonly changes: readonly Change[] },
  request: { readonly id: string; readonly expectedRevision?: number | null | undefined },
): void {
  if (record.changes.some(({ id }) => id === request.id)) throw conflictWith(record.changes, ['id']);
  if (request.expectedRevision !== record.revision) throw conflictWith(record.changes, ['expectedRevision']);
}
