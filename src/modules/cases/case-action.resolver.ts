import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { userErrorsOf } from '../../shared/user-error.type';
import { type CaseActionService } from './case-action.service';
import { CaseAction } from './case-action.type';
import { type CaseMove, moveOf } from './case.machine';
import { CaseMoveEnum } from './case-state.type';
import { Case } from './case.type';
import { MOVE_NAMES } from './case.words';

type Context = RequestContext<{ caseActions: CaseActionService }>;

/** What whoever asks can do to a case. */
@Resolver(() => Case)
export class CaseActionResolver {
  @FieldResolver(() => [CaseMoveEnum], {
    description: 'Moves you could make now (可执行操作); `availableActions` says more.',
  })
  availableMoves(@Root() found: Case, @Ctx() { actor, services }: Context): CaseMove[] {
    const all = services.caseActions.of(actor, found);
    return all.filter(({ whyNot }) => whyNot === undefined).map(({ move }) => move);
  }

  @FieldResolver(() => [CaseAction], {
    description:
      'The moves that somebody in your posts makes (可执行操作), in the order of a case’s life: what each needs, or why you cannot make it now.',
  })
  availableActions(@Root() found: Case, @Ctx() { actor, language, services }: Context): CaseAction[] {
    return services.caseActions.of(actor, found).map(({ move, whyNot }) => ({
      ...{ move, name: MOVE_NAMES[move][language], needs: moveOf(move).needs },
      whyNot: whyNot && userErrorsOf(whyNot, language)[0],
    }));
  }
}
