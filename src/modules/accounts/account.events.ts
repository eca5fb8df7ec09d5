import { type Image, type TableChange } from '../../data/table-change';

/** Reads a change of the table: the resident of whom accounts keep something else now; undefined for most. */
export function residentToFollow({ before, after }: TableChange): string | undefined {
  if (after?.__edb_e__ !== 'resident' || before === undefined || said(before) === said(after))
    return undefined;
  return String(after.id);
}

/**
 * Reads a change of the table: whom an account has been bound to just now. The resident may have changed between the look and the
 * binding.
 */
export function newlyBound({ before, after }: TableChange): { account: string; resident: string }[] {
  if (after?.__edb_e__ !== 'account') return [];
  const known = new Set(bindingsIn(before).map(({ id }) => id));
  return bindingsIn(after)
    .filter(({ id }) => !known.has(id))
    .map(({ resident }) => ({ account: String(after.id), resident: String(resident) }));
}

function bindingsIn(image: Image | undefined): readonly Image[] {
  return (image?.bindings ?? []) as readonly Image[];
}

/** All that accounts keep of a resident, and all that ends them. */
function said({ row, merge, absorbed }: Image): string {
  const { name, birthDate, state, courtyard } = row as Image;
  return JSON.stringify([name, birthDate, state, courtyard, (merge as Image | undefined)?.into, absorbed]);
}
