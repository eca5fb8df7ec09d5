import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { DueFollowUpArgs, RecordMediationFollowUpInput, RecordMediationInput } from './mediation.input';
import { type MediationService } from './mediation.service';
import { DueFollowUpConnection, Mediation, MediationPayload } from './mediation.type';

type Context = RequestContext<{ mediations: MediationService }>;

/** The mediation of disputes. */
@Resolver()
export class MediationResolver {
  @Query(() => Mediation, {
    nullable: true,
    description:
      'The mediation record of a dispute (调解记录), as far as you need to know it; null where there is none, or you are no party to what you reported.',
  })
  async mediation(
    @Ctx() { actor, reads, services }: Context,
    @Arg('caseId', () => ID, { description: 'Id of the case (事件编号).' }) caseId: string,
  ): Promise<Mediation | null> {
    return (await services.mediations.of(actor, reads, caseId)) ?? null;
  }

  @Query(() => DueFollowUpConnection, {
    nullable: true,
    description: 'The follow-ups of agreements that are due in an area (待回访清单), by day.',
  })
  async mediationFollowUps(
    @Ctx() { actor, services }: Context,
    @Args(() => DueFollowUpArgs) { area, before, ...page }: DueFollowUpArgs,
  ): Promise<DueFollowUpConnection> {
    const query = { area: area ?? undefined, before: before ?? undefined };
    return toConnection(await services.mediations.due(actor, query, page));
  }

  @Mutation(() => MediationPayload, {
    description:
      'Record a session of mediation (登记调解), by whoever holds the dispute or supervises it. A dispute can be ended once one came to an outcome.',
  })
  recordMediation(
    @Arg('input', () => RecordMediationInput, { description: 'The session (调解情况).' })
    input: RecordMediationInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<MediationPayload> {
    return asPayload(language, () => services.mediations.record(actor, reads, input));
  }

  @Mutation(() => MediationPayload, {
    description: 'Record what a follow-up of an agreement found (登记回访), also after the case was ended.',
  })
  recordMediationFollowUp(
    @Arg('input', () => RecordMediationFollowUpInput, { description: 'What it found (回访情况).' })
    input: RecordMediationFollowUpInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<MediationPayload> {
    return asPayload(language, () => services.mediations.followUp(actor, reads, input));
  }
}
