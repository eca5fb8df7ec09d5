import { type TableChange } from '../../data/table-change';
import { departmentIn } from '../applications/application.events';

/** What stands on a department's desk by a change of the table: the application, or that it lies there no longer. */
export interface DeskApplicationNote {
  readonly holder: string;
  readonly id: string;
  /** What lists show, as the application keeps it. */
  readonly row: unknown;
  readonly isThere: boolean;
}

/** Reads a change of the table: the department that has the application, and the one which had it; none for any other change. */
export function deskApplicationsBy({ before, after }: TableChange): readonly DeskApplicationNote[] {
  if (after?.__edb_e__ !== 'application') return [];
  const is = { id: String(after.id), row: after.row };
  const [left, has] = [before && departmentIn(before), departmentIn(after)];
  return [
    ...(left !== undefined && left !== has ? [{ ...is, holder: left, isThere: false }] : []),
    ...(has !== undefined ? [{ ...is, holder: has, isThere: true }] : []),
  ];
}
