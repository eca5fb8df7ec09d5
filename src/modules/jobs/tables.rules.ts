import { AREAS_TABLE } from './areas.table';
import { DWELLINGS_TABLE } from './dwellings.table';
import { HOUSEHOLDS_TABLE } from './households.table';
import { type ImportKind } from './job.rules';
import { PREMISES_TABLE } from './premises.table';
import { RESIDENTS_TABLE } from './residents.table';
import { STAFF_TABLE } from './staff.table';
import { type AnyTable } from './table.rules';

const TABLES = {
  AREAS: AREAS_TABLE,
  STAFF: STAFF_TABLE,
  DWELLINGS: DWELLINGS_TABLE,
  HOUSEHOLDS: HOUSEHOLDS_TABLE,
  RESIDENTS: RESIDENTS_TABLE,
  PREMISES: PREMISES_TABLE,
} as const satisfies Record<ImportKind, object>;

/** What rows of a kind look like in a file; those that only go out are told by their store. */
export function tableOf(kind: ImportKind): AnyTable {
  return TABLES[kind] as unknown as AnyTable;
}
