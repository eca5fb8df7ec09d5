import { type CaseMove } from '../cases/case.machine';
import { type CaseMoveService, type MoveRequest } from '../cases/case-move.service';
import { type CaseService } from '../cases/case.service';
import { type Taker } from '../intake/intake.service';
import { ofCase } from '../visits/visit-part-takers.service';
import { type FieldMade, type FieldTakers } from './field-takers.service';

/** Where what is done to cases goes. */
export interface CaseSources {
  readonly cases: CaseService;
  readonly caseMoves: CaseMoveService;
}

/** The kinds of items that move a case. */
type CaseKinds =
  | 'CASE_SOLVE'
  | 'CASE_ESCALATE'
  | 'CASE_ACCEPT'
  | 'CASE_RETURN'
  | 'CASE_REPORT_BACK'
  | 'CASE_INSPECT'
  | 'CASE_EVIDENCE';

/** Takers for what is done to cases in the field. */
export function createCaseTakers({ cases, caseMoves }: CaseSources): FieldTakers<CaseKinds> {
  const meet: Taker<{ caseId: string }, FieldMade>['meet'] = async ({ actor, reads }, { caseId }) =>
    ofCase(await cases.get(actor, reads, caseId));
  const moving = <Input extends MoveRequest>(move: CaseMove): Taker<Input, FieldMade> => ({
    take: async ({ actor, reads }, input, { after }) =>
      ofCase((await caseMoves.move(actor, reads, move, input, after)).case),
    meet,
    again: (input, { id, version }) => ({ ...input, id, expectedVersion: version }),
  });
  return {
    CASE_SOLVE: moving('SOLVE'),
    CASE_ESCALATE: moving('ESCALATE'),
    CASE_ACCEPT: moving('ACCEPT'),
    CASE_RETURN: moving('RETURN'),
    CASE_REPORT_BACK: moving('REPORT_BACK'),
    CASE_INSPECT: moving('INSPECT'),
    CASE_EVIDENCE: {
      take: async ({ actor, reads }, input) =>
        ofCase((await caseMoves.addEvidence(actor, reads, input)).case),
      meet,
      again: (input) => input,
    },
  };
}
