import { type Image, type TableChange } from '../../data/table-change';
import { type Point } from '../../shared/geo';
import { caseIdIn, caseIn, routedIn } from '../cases/case.events';
import { type CaseState } from '../cases/case.machine';
import { type Urgency } from '../cases/case.rules';

/** What a map or a plan shows of a case that somebody holds. No person, and nothing that was said. */
export interface DeskCase {
  readonly id: string;
  readonly state: CaseState;
  readonly category: string;
  readonly urgency: Urgency;
  readonly area: string;
  readonly address?: string | undefined;
  readonly point?: Point | undefined;
  readonly nearAt?: Date | undefined;
  readonly dueAt?: Date | undefined;
}

/** What stands on a desk by a change of the table: the case, or that it lies there no longer. */
export interface DeskNote {
  readonly holder: string;
  readonly case: DeskCase;
  readonly isThere: boolean;
}

/** Where on its desk a department finds what it can take on and nobody has sent yet. */
export function trayOf(department: string): string {
  return `${department}#TO_TAKE_ON`;
}

/** Reads a change of the table: the desks on which the case lies, and those it has left; none for any other change. */
export function deskNotesBy({ before, after }: TableChange): readonly DeskNote[] {
  if (after?.__edb_e__ !== 'case') return [];
  const is = deskCaseIn(after);
  const lies = desksIn(after);
  const left = before === undefined ? [] : desksIn(before).filter((desk) => !lies.includes(desk));
  return [
    ...left.map((holder) => ({ holder, case: is, isThere: false })),
    ...lies.map((holder) => ({ holder, case: is, isThere: true })),
  ];
}

function desksIn(image: Image): readonly string[] {
  const routed = routedIn(image);
  return [caseIn(image).holder?.code ?? [], routed === undefined ? [] : trayOf(routed)].flat();
}

function deskCaseIn(image: Image): DeskCase {
  const { state, category, urgency, area, address, clock } = caseIn(image);
  const { latitude, longitude } = image;
  return {
    ...{ id: caseIdIn(image), state, category, urgency, area, address },
    ...{ nearAt: clock?.nearAt, dueAt: clock?.dueAt },
    point:
      typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined,
  };
}
