import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { LookUpResidentInput, RevealResidentInput } from './reveal.input';
import { LookUpPayload, RevealPayload } from './reveal-payload.type';
import { type RevealService } from './reveal.service';

type Context = RequestContext<{ reveals: RevealService }>;

/** Numbers in the open, and whose a number is. */
@Resolver()
export class RevealResolver {
  @Mutation(() => RevealPayload, {
    description:
      'See the whole numbers of a resident of your area (查看完整号码): recorded, and shown to the resident. 30 a day.',
  })
  revealResident(
    @Arg('input', () => RevealResidentInput, { description: 'Whose, and why (对象与事由).' })
    input: RevealResidentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<RevealPayload> {
    return asPayload(language, () => services.reveals.reveal(actor, reads, input));
  }

  @Mutation(() => LookUpPayload, {
    description:
      'Find a resident of your area by a whole number (按号码查询): exact, recorded, numbers masked. 200 a day.',
  })
  lookUpResident(
    @Arg('input', () => LookUpResidentInput, { description: 'The number, and why (号码与事由).' })
    input: LookUpResidentInput,
    @Ctx() { actor, services, language }: Context,
  ): Promise<LookUpPayload> {
    return asPayload(language, () => services.reveals.lookUp(actor, input));
  }
}
