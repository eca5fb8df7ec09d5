import { type Image, type TableChange } from '../../data/table-change';
import { type Change } from '../../shared/change';
import { gridOf, type LineKind, type LogLine } from './log.rules';

/** What a change of a resident's record is in the log of whoever made it. */
const RESIDENT_KINDS: Readonly<Record<string, LineKind>> = {
  REGISTERED: 'RESIDENT_REGISTERED',
  MOVED: 'RESIDENT_MOVED',
  MOVED_OUT: 'RESIDENT_MOVED_OUT',
  DECEASED: 'RESIDENT_DECEASED',
  name: 'RESIDENT_CHANGED',
  sex: 'RESIDENT_CHANGED',
  birthDate: 'RESIDENT_CHANGED',
  kind: 'RESIDENT_CHANGED',
  identityNumber: 'RESIDENT_CHANGED',
  phone: 'RESIDENT_CHANGED',
};

/**
 * What people put on file about households and residents. Imports, merges, erasures and adjustments of grids are in no
 * log, nor is anything that a resident did themselves.
 */
export function registryLines({ before, after }: TableChange): readonly LogLine[] {
  const entity = after?.__edb_e__;
  if (after === undefined || (entity !== 'resident' && entity !== 'household')) return [];
  const known = new Set(changesOf(before).map(({ id }) => id));
  const area = areaOf(after);
  if (area === undefined) return [];
  return changesOf(after)
    .filter(({ id, by }) => !known.has(id) && by.role !== 'RESIDENT')
    .flatMap((change) => {
      const kind = entity === 'resident' ? residentKind(change) : householdKind(change, after);
      if (kind === undefined) return [];
      const { id, at, by } = change;
      const type = entity === 'resident' ? ('RESIDENT' as const) : ('HOUSEHOLD' as const);
      const record = { type, id: String(after.id) };
      return [{ id, kind, at: new Date(at), by: { id: by.id, name: by.name }, area: gridOf(area), record }];
    });
}

function residentKind({ what }: Change): LineKind | undefined {
  return what.map((each) => RESIDENT_KINDS[each]).find((kind) => kind !== undefined);
}

/** A household tells also of the changes to its people, which are lines of theirs: its own has its id. */
function householdKind({ id }: Change, household: Image): LineKind | undefined {
  return id === household.id ? 'HOUSEHOLD_REGISTERED' : undefined;
}

function areaOf({ grid, row }: Image): string | undefined {
  const { courtyard } = row as { courtyard?: string };
  return typeof grid === 'string' ? grid : courtyard;
}

function changesOf(image: Image | undefined): readonly Change[] {
  return (image?.changes ?? []) as readonly Change[];
}
