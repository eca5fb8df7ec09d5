import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { CommentOnCaseInput } from './case-comment.input';
import { type CaseCommentService } from './case-comment.service';
import { CaseComment } from './case-comment.type';
import { CasePayload } from './case-payload.type';
import { Case } from './case.type';

type Context = RequestContext<{ caseComments: CaseCommentService }>;

/** What those concerned say about a case. */
@Resolver(() => Case)
export class CaseCommentResolver {
  @FieldResolver(() => [CaseComment], {
    description:
      'What those concerned said (批注), oldest first; internal ones are not shown to the reporter.',
  })
  comments(@Root() found: Case, @Ctx() { actor, reads, services }: Context): Promise<CaseComment[]> {
    return services.caseComments.of(actor, reads, found);
  }

  @Mutation(() => CasePayload, {
    description: 'Say something about a case (添加批注), by anybody who may see it. It moves nothing.',
  })
  commentOnCase(
    @Arg('input', () => CommentOnCaseInput, { description: 'The comment (批注).' }) input: CommentOnCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return asPayload(ctx.language, () => ctx.services.caseComments.add(ctx.actor, ctx.reads, input));
  }
}
