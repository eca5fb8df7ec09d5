import { type TableChange } from '../../data/table-change';
import { type Author } from '../../shared/change';
import { derivedId } from '../../shared/ids';
import { type RecordType } from '../../shared/record-link.type';
import { gridOf, type LogLine } from './log.rules';

const TYPES: Readonly<Record<string, RecordType>> = {
  courtyard: 'COURTYARD',
  building: 'BUILDING',
  dwelling: 'DWELLING',
  organisation: 'ORGANISATION',
  premises: 'PREMISES',
  facility: 'FACILITY',
};

/**
 * A place or facility that somebody put on file or changed. What an import or an adjustment of grids wrote names no
 * author, and is in no log. The change is known by its mark: a place has no ids of its changes.
 */
export function placeLines({ before, after }: TableChange): readonly LogLine[] {
  const type = TYPES[String(after?.__edb_e__)];
  const by = after?.author as Author | undefined;
  if (after === undefined || type === undefined || by === undefined) return [];
  if (after.mark === before?.mark) return [];
  const { id, mark, changedAt, version } = after;
  const what = version === 1 ? ('REGISTERED' as const) : ('CHANGED' as const);
  return [
    {
      id: derivedId(`place|${type}|${String(id)}|${String(mark)}`),
      kind: type === 'FACILITY' ? `FACILITY_${what}` : `PLACE_${what}`,
      at: new Date(String(changedAt)),
      by: { id: by.id, name: by.name },
      area: gridOf(String(after.area ?? after.grid)),
      record: { type, id: String(id) },
    },
  ];
}
