import { type Image, type TableChange } from '../../data/table-change';

/** What a change of the table means for the visits: households to look at again, and residents with all their homes. */
export interface VisitChange {
  readonly households: readonly string[];
  readonly residents: readonly MovedResident[];
}

/** Somebody whose care or homes have changed, and the households they lived in before. */
export interface MovedResident {
  readonly id: string;
  readonly left: readonly string[];
}

/** Reads a change of the table; undefined for most. */
export function visitChangeBy({ before, after }: TableChange): VisitChange | undefined {
  const image = after ?? before;
  switch (image?.__edb_e__) {
    case 'household':
      return doorOf(before) === doorOf(after) ? undefined : { households: [String(image.id)], residents: [] };
    case 'care':
      return { households: [], residents: [{ id: String(image.resident), left: [] }] };
    case 'resident':
      // Somebody new has no care tag yet.
      return before === undefined || homesOf(before) === homesOf(after)
        ? undefined
        : { households: [], residents: [{ id: String(image.id), left: homes(before) }] };
    default:
      return undefined;
  }
}

/** All that a due list shows of a household, and whether anybody lives there. */
function doorOf(image: Image | undefined): string | undefined {
  if (image === undefined) return undefined;
  const { courtyard, door, address, head, members } = image.row as Image;
  return JSON.stringify([courtyard, door, address, head, members]);
}

function homesOf(image: Image | undefined): string {
  return JSON.stringify(homes(image));
}

/** The households in which a resident lives. */
function homes(image: Image | undefined): string[] {
  const residences = (image?.residences ?? []) as readonly Image[];
  return residences.filter(({ until }) => until === undefined).map(({ household }) => String(household));
}
