import { type ApplicationMoveService } from '../applications/application-move.service';
import { type ApplicationService } from '../applications/application.service';
import { type Taker } from '../intake/intake.service';
import { ofApplication } from '../visits/visit-part-takers.service';
import { type FieldMade, type FieldTakers } from './field-takers.service';

/** Where what is done with applications goes. */
export interface ApplicationSources {
  readonly applications: ApplicationService;
  readonly applicationMoves: ApplicationMoveService;
}

/** Takers for what a worker does with an application that was opened. */
export function createApplicationTakers({
  applications,
  applicationMoves,
}: ApplicationSources): FieldTakers<'APPLICATION_AMENDMENT' | 'APPLICATION_MOVE'> {
  const meet: Taker<{ application: string }, FieldMade>['meet'] = async (occasion, { application }) =>
    ofApplication(await applications.get(occasion.actor, occasion.reads, application));
  return {
    APPLICATION_AMENDMENT: {
      take: async ({ actor, reads }, input, { after }) =>
        ofApplication((await applicationMoves.amend(actor, reads, input, after)).application),
      meet,
      again: (input, { id, version = input.expectedVersion }) => ({ ...input, id, expectedVersion: version }),
    },
    APPLICATION_MOVE: {
      take: async ({ actor, reads }, input, { after }) =>
        ofApplication((await applicationMoves.move(actor, reads, input, after)).application),
      meet,
      again: (input, { id, version = input.expectedVersion }) => ({ ...input, id, expectedVersion: version }),
    },
  };
}
