import { Refusal } from '../../shared/errors';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { CONTENT_TYPES, type EvidenceRole } from '../evidence/evidence.rules';

/** Most pictures that a notice shows. Ours: as many as one request takes. */
export const MOST_PICTURES = 9;

/** A notice shows a place or a paper; what was before and after a work is a case's. */
const ROLES: ReadonlySet<EvidenceRole> = new Set<EvidenceRole>(['SCENE', 'DOCUMENT']);

/**
 * The pictures of a notice, by their ids in order, that has had some, loses some and gets others.
 * @throws Refusal NOT_FOUND, ID_INVALID, EVIDENCE_TYPE_NOT_ALLOWED, NOTICE_PICTURE_INVALID, NOTICE_PICTURES_FULL
 */
export function picturesOf(
  before: readonly string[],
  added: readonly EvidenceSlotInput[],
  removed: readonly string[] = [],
): readonly string[] {
  const unknown = removed.findIndex((id) => !before.includes(id));
  if (unknown >= 0) throw new Refusal('NOT_FOUND', {}, ['withoutPictures', String(unknown)]);
  for (const [index, slot] of added.entries()) assertPicture(slot, index, added);
  const pictures = [...before.filter((id) => !removed.includes(id)), ...added.map(({ id }) => id)];
  if (pictures.length > MOST_PICTURES)
    throw new Refusal('NOTICE_PICTURES_FULL', { max: MOST_PICTURES }, ['evidence']);
  return pictures;
}

function assertPicture(slot: EvidenceSlotInput, index: number, all: readonly EvidenceSlotInput[]): void {
  const { id, contentType, role } = slot;
  const path = (field: string) => ['evidence', String(index), field];
  if (all.findIndex((other) => other.id === id) !== index) throw new Refusal('ID_INVALID', {}, path('id'));
  if (CONTENT_TYPES[contentType] !== 'PHOTO')
    throw new Refusal('EVIDENCE_TYPE_NOT_ALLOWED', { contentType }, path('contentType'));
  if (!ROLES.has(role)) throw new Refusal('NOTICE_PICTURE_INVALID', {}, path('role'));
}
