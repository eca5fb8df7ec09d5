import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { LegalHold } from '../evidence/evidence-hold.type';
import { CasePayload } from './case-payload.type';
import { SetLegalHoldInput } from './case-hold.input';
import { type CaseHoldService } from './case-hold.service';
import { Case } from './case.type';

type Context = RequestContext<{ caseHolds: CaseHoldService }>;

/** That a case's files must not be removed. */
@Resolver(() => Case)
export class CaseHoldResolver {
  @FieldResolver(() => LegalHold, {
    nullable: true,
    description:
      'Whether its files must be kept whatever else is due (证据保全); null when that was never asked.',
  })
  legalHold(@Root() found: Case, @Ctx() { reads, services }: Context): Promise<LegalHold | undefined> {
    return services.caseHolds.of(reads, found);
  }

  @Mutation(() => CasePayload, {
    description:
      'Set or lift the legal hold of a case’s files (设置或解除证据保全): while it stands nothing removes them.',
  })
  setLegalHold(
    @Arg('input', () => SetLegalHoldInput, { description: 'The hold (保全).' }) input: SetLegalHoldInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return asPayload(ctx.language, () => ctx.services.caseHolds.set(ctx.actor, ctx.reads, input));
  }
}
