import { type Image, type TableChange } from '../../data/table-change';
import { type Point } from '../../shared/geo';
import { caseIdIn, caseIn } from '../cases/case.events';
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

/** Reads a change of the table: the desks on which the case lies, and the one it has left; none for any other change. */
export function deskNotesBy({ before, after }: TableChange): readonly DeskNote[] {
  if (after?.__edb_e__ !== 'case') return [];
  const is = deskCaseIn(after);
  const [left, holds] = [before && holderIn(before), holderIn(after)];
  return [
    ...(left !== undefined && left !== holds ? [{ holder: left, case: is, isThere: false }] : []),
    ...(holds !== undefined ? [{ holder: holds, case: is, isThere: true }] : []),
  ];
}

function holderIn(image: Image): string | undefined {
  return caseIn(image).holder?.code;
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
