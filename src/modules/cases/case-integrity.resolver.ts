import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { EvidenceVerificationPayload } from '../evidence/evidence-integrity.type';
import { VerifyEvidenceInput } from './case-integrity.input';
import { type CaseIntegrityService } from './case-integrity.service';

type Context = RequestContext<{ caseIntegrity: CaseIntegrityService }>;

/** Whether a case's evidence is what it was. */
@Resolver()
export class CaseIntegrityResolver {
  // It changes nothing; as a mutation it is not asked for by the way, nor twice at once.
  @Mutation(() => EvidenceVerificationPayload, {
    description:
      'Read a case’s verified files again and compare their hashes (证据完整性复核): at most 200 MB a call, then `next`.',
  })
  verifyEvidence(
    @Arg('input', () => VerifyEvidenceInput, { description: 'The case (事件).' }) input: VerifyEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<EvidenceVerificationPayload> {
    return asPayload(ctx.language, () => ctx.services.caseIntegrity.verify(ctx.actor, ctx.reads, input));
  }
}
