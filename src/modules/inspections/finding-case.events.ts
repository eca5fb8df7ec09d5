import { type TableChange } from '../../data/table-change';
import { caseIdIn, caseIn, routeIn, stepsIn, summaryIn } from '../cases/case.events';
import { targetOf } from '../cases/case-target.rules';
import { originIn } from './finding-alert.events';
import { type FindingCase } from './finding-case.rules';
import { type CaseStanding, isTelling } from './finding.rules';

/** How the case of a finding stands, as the file of its premises keeps it. */
export interface FindingCaseNote {
  readonly premises: string;
  readonly id: string;
  readonly inspection: string;
  /** What lists show, as the case keeps it. */
  readonly row: unknown;
  /** The steps from which the finding's state follows. */
  readonly steps: CaseStanding['steps'];
  readonly lead?: string | undefined;
  readonly sender?: string | undefined;
  readonly departments: readonly string[];
}

/** Reads a change of the table: how the case of a finding stands by it; none for any other change, and for a part of a divided case. */
export function findingCasesBy({ after }: TableChange): readonly FindingCaseNote[] {
  if (after?.__edb_e__ !== 'case') return [];
  const [origin, facts, steps] = [originIn(after), caseIn(after), stepsIn(after)];
  if (origin === undefined || facts.partOf !== undefined) return [];
  const { sender, departments = [] } = targetOf({ ...facts, steps });
  return [
    {
      ...{ premises: origin.premises, id: caseIdIn(after), inspection: origin.id, row: after.row },
      steps: steps.filter(({ move }) => isTelling(move)).map(({ move, at }) => ({ move, at })),
      ...{ lead: routeIn(after)?.lead.code, sender, departments },
    },
  ];
}

/** What a note tells of the finding. */
export function findingCaseFrom(note: FindingCaseNote): FindingCase {
  const { id, inspection, steps, lead, sender, departments } = note;
  const { state, category, clock, holder, area, reporter } = summaryIn(id, note.row);
  return {
    ...{ id, inspection, category, state, steps, clock, holder },
    target: { area, holder: holder?.code, sender, routed: lead, reporterId: reporter.id, departments },
  };
}
