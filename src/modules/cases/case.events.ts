import { type Image, type TableChange } from '../../data/table-change';
import { type RecordLink } from '../../shared/record-link.type';
import { caseIdOf } from './case-keys.rules';
import { isEnded, moveOf } from './case.machine';
import { type CaseRoute, routedTo, routeFrom, type StoredRoute } from './case-route.rules';
import { type CaseStep, type CustodyLevel, solvedAtLevel } from './case.rules';
import { type Row, rowFrom, toSummary } from './case.row';
import { stepsFrom, type StoredHistory } from './case-steps.row';
import { type CaseSummary } from './case.type';

/** A case that came to its end, as the table's stream tells of it. */
export interface CaseClosed {
  /** Partition key of its collection. */
  readonly owner: string;
  readonly at: Date;
}

/** Reads a change of the table: the case that came to its end by it; undefined for any other change. */
export function caseClosedBy({ before, after }: TableChange): CaseClosed | undefined {
  if (after?.__edb_e__ !== 'case') return undefined;
  const [was, is] = [before && caseIn(before), caseIn(after)];
  if (!isEnded(is.state) || (was !== undefined && isEnded(was.state))) return undefined;
  return { owner: String(after.pk), at: new Date(is.updatedAt) };
}

/** That a case was solved, or that one that had been was opened again. */
export interface CaseSolving {
  readonly id: string;
  /** The version of the case that says so: no other change has both. */
  readonly version: number;
  readonly at: Date;
  /** Where it happened: code of an area, which an adjustment of grids does not change. */
  readonly area: string;
  /** The level that solved it; undefined when it was opened again. */
  readonly level: CustodyLevel | undefined;
}

/** Reads a change of the table: the case that was solved or opened again by it; undefined for any other, and for a part. */
export function solvingBy({ before, after }: TableChange): CaseSolving | undefined {
  if (after?.__edb_e__ !== 'case') return undefined;
  const [was, is] = [before && caseIn(before).state === 'CLOSED', caseIn(after)];
  if (is.partOf !== undefined || (was ?? false) === (is.state === 'CLOSED')) return undefined;
  const said = { id: caseIdIn(after), version: Number(after.version), at: new Date(is.updatedAt) };
  return { ...said, area: is.area, level: solvedAtLevel(is.state, stepsIn(after)) };
}

/** The steps of the case in an image, its report first. */
export function stepsIn(image: Image): readonly CaseStep[] {
  return stepsFrom({ ...(image as unknown as StoredHistory), id: caseIdIn(image) }, caseIn(image));
}

/** A moment of a case's clock: it is near its end, or has run out. */
export interface CaseDeadline {
  readonly id: string;
  /** Which of the case's clocks it is: the version it began with. */
  readonly began: number;
  readonly moment: 'NEAR' | 'DUE';
  /** RFC 3339 UTC. */
  readonly at: string;
}

/** Reads a change of the table: the moments of the clock that began with it; none for any other change. */
export function deadlinesBy({ before, after }: TableChange): readonly CaseDeadline[] {
  if (after?.__edb_e__ !== 'case') return [];
  const was = before && caseIn(before).clock;
  const is = caseIn(after).clock;
  if (is === undefined || was?.began === is.began) return [];
  const clock = { id: caseIdIn(after), began: is.began };
  return [
    { ...clock, moment: 'NEAR', at: is.nearAt.toISOString() },
    { ...clock, moment: 'DUE', at: is.dueAt.toISOString() },
  ];
}

/** A case as a list shows it, from the row that a list keeps of it. */
export function summaryIn(id: string, row: unknown): CaseSummary {
  return toSummary(id, rowFrom(row));
}

/** Id of the case in an image. */
export function caseIdIn({ pk }: Image): string {
  return caseIdOf(String(pk));
}

/** By which rule the case in an image was routed; undefined where by none. */
export function routeIn({ route }: Image): CaseRoute | undefined {
  return route === undefined ? undefined : routeFrom(route as StoredRoute);
}

/**
 * Code of the department that sees the case in an image before anybody sends it, and can take it on as it stands; undefined where there
 * is none.
 */
export function routedIn(image: Image): string | undefined {
  const { state, partOf } = caseIn(image);
  if (!moveOf('TAKE_ON').from.includes(state)) return undefined;
  return routedTo({ origin: image.origin as RecordLink | undefined, partOf, storedRoute: routeIn(image) });
}

/** What lists show of the case in an image. */
export function caseIn({ row }: Image): Row {
  return rowFrom(row);
}
