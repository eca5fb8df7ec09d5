import { type Image, type TableChange } from '../../data/table-change';

/** Reads a change of the table: the resident by whom there may be a pair now, or no more; undefined for most. */
export function residentToCompare({ before, after }: TableChange): string | undefined {
  if (after?.__edb_e__ !== 'resident' || said(before) === said(after)) return undefined;
  return String(after.id);
}

/** All that a suspicion comes from, and all that a pair shows of a record. */
function said(image: Image | undefined): string | undefined {
  if (image === undefined) return undefined;
  const { name, sex, birthDate, state } = image.row as Image;
  const residences = (image.residences as readonly Image[]).map(({ household, courtyard, until }) => [
    ...[household, courtyard, until],
  ]);
  return JSON.stringify([image.identityIndex, name, sex, birthDate, state, residences]);
}
