import { type TableChange } from '../../data/table-change';
import { ancestorAt, pathOf } from '../../shared/area-code';
import { caseIdIn, caseIn, stepsIn } from '../cases/case.events';
import { LIST, turnFrom } from './case-list.rules';

/** A case's row in a list. */
export interface CaseListRow {
  readonly list: string;
  readonly turn: string;
  /** As the case keeps it. */
  readonly row: unknown;
}

/** Reads a change of the table: the rows of the case in its lists as they are by it; none for any other change. */
export function caseListRowsBy({ after }: TableChange): readonly CaseListRow[] {
  if (after?.__edb_e__ !== 'case') return [];
  const { area, reportedAt, reporter } = caseIn(after);
  const id = caseIdIn(after);
  const grid = typeof after.grid === 'string' ? after.grid : area;
  // Where it happened, and where that place lies today; what is in a courtyard is found among what is in its grid.
  const areas = [area, grid].flatMap((code) => pathOf(ancestorAt(code, 'GRID') ?? code));
  const supervisors = stepsIn(after).flatMap(({ supervisor }) => supervisor?.code ?? []);
  const lists = [...areas.map(LIST.area), ...supervisors.map(LIST.supervisor), LIST.reporter(reporter.id)];
  const turn = turnFrom(new Date(reportedAt), id);
  return [...new Set(lists)].map((list) => ({ list, turn, row: after.row }));
}
