import { type TableChange } from '../../data/table-change';
import { pathOf } from '../../shared/area-code';
import { caseIdIn, caseIn, stepsIn } from '../cases/case.events';
import { type CaseState } from '../cases/case.machine';

/** A step of a case, as the table's stream tells of it: which one it is, and whom it concerns. */
export interface CaseEventNote {
  readonly caseId: string;
  /** Number of the step in the case's history; its report is the first. */
  readonly number: number;
  /** The state before; absent for the report. */
  readonly from?: CaseState | undefined;
  readonly to: CaseState;
  /** Codes of all areas it lies in: where it happened, and where that place lies today. */
  readonly areas: readonly string[];
  /** Codes of the areas or departments that held it before and hold it now. */
  readonly holders: readonly string[];
  readonly reporter: string;
  /** Ids of all who have had to do with the case by name. */
  readonly people: ReadonlySet<string>;
}

/**
 * Reads a change of the table: the steps that a case made by it, which is one or none; of a new part of a case two, its report and
 * that it is dispatched.
 */
export function caseEventsBy({ before, after }: TableChange): readonly CaseEventNote[] {
  if (after?.__edb_e__ !== 'case') return [];
  const grid = typeof after.grid === 'string' ? after.grid : undefined;
  const [rowBefore, row] = [before && caseIn(before), caseIn(after)];
  const [told, steps] = [before === undefined ? 0 : stepsIn(before).length, stepsIn(after)];
  const holders = [rowBefore?.holder, row.holder].filter((holder) => holder !== undefined);
  const made = steps.length - told;
  return Array.from({ length: made }, (_none, index) => ({
    caseId: caseIdIn(after),
    number: told + index + 1,
    from: index === 0 ? rowBefore?.state : 'REPORTED',
    to: index === made - 1 ? row.state : 'REPORTED',
    areas: [...new Set([...pathOf(row.area), ...pathOf(grid ?? row.area)])],
    holders: [...new Set(holders.map(({ code }) => code))],
    reporter: row.reporter.id,
    people: new Set(steps.map(({ by }) => by.id)),
  }));
}
