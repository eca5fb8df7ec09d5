import { type CaseService } from '../cases/case.service';
import { type Taken, type Taker } from '../intake/intake.service';
import { type MediationAnswer, type MediationService } from '../mediation/mediation.service';
import { type FieldMade, type FieldTakers } from './field-takers.service';

/** Where what was mediated goes. */
export interface MediationSources {
  readonly cases: CaseService;
  readonly mediations: MediationService;
}

/** Takers for sessions of mediation and the follow-ups of what was agreed. */
export function createMediationTakers({
  cases,
  mediations,
}: MediationSources): FieldTakers<'MEDIATION' | 'MEDIATION_FOLLOW_UP'> {
  const meet: Taker<{ caseId: string }, FieldMade>['meet'] = async ({ actor, reads }, { caseId }) => {
    const found = await cases.get(actor, reads, caseId);
    return ofMediation({ case: found, mediation: await mediations.of(actor, reads, caseId) });
  };
  return {
    MEDIATION: {
      take: async ({ actor, reads }, input, { after }) =>
        ofMediation(await mediations.record(actor, reads, input, after)),
      meet,
      again: (input, { id, version = input.expectedVersion }) => ({ ...input, id, expectedVersion: version }),
    },
    MEDIATION_FOLLOW_UP: {
      take: async ({ actor, reads }, input, { after }) =>
        ofMediation(await mediations.followUp(actor, reads, input, after)),
      meet,
      again: (input, { id, version = input.expectedVersion }) => ({ ...input, id, expectedVersion: version }),
    },
  };
}

/** A mediation record as an item made or met it; version 0 where there is none yet. */
function ofMediation({ case: found, mediation }: MediationAnswer): Taken<FieldMade> {
  const { id, area } = found;
  const version = mediation?.version ?? 0;
  return { record: { type: 'MEDIATION', id }, version, area, made: { case: found, mediation } };
}
