import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { PremisesPayload } from './place-payload.type';
import { ControlledPremisesArgs, PutPremisesInput } from './premises.input';
import { type PremisesService } from './premises.service';
import { Premises, PremisesSummaryConnection } from './premises.type';
import { ThingsArgs } from './thing.input';

type Context = RequestContext<{ premises: PremisesService }>;

/** Premises. */
@Resolver()
export class PremisesResolver {
  @Query(() => PremisesSummaryConnection, {
    nullable: true,
    description: 'The premises (场所) of an area of any level, by area, then in the order of their ids.',
  })
  async premisesInArea(
    @Ctx() { actor, services }: Context,
    @Args(() => ThingsArgs) args: ThingsArgs,
  ): Promise<PremisesSummaryConnection> {
    return toConnection(await services.premises.inArea(actor, args));
  }

  @Query(() => PremisesSummaryConnection, {
    nullable: true,
    description: 'The premises under control (管控场所) of an area, strictest level first, then by area.',
  })
  async controlledPremises(
    @Ctx() { actor, services }: Context,
    @Args(() => ControlledPremisesArgs) args: ControlledPremisesArgs,
  ): Promise<PremisesSummaryConnection> {
    return toConnection(await services.premises.controlled(actor, args));
  }

  @Query(() => Premises, {
    nullable: true,
    description: 'The premises (场所) with this id; NOT_FOUND when you may not see them.',
  })
  premises(
    @Arg('id', () => ID, { description: 'Id (场所编号).' }) id: string,
    @Ctx() { actor, services }: Context,
  ): Promise<Premises> {
    return services.premises.get(actor, id);
  }

  @Mutation(() => PremisesPayload, { description: 'Write premises with their equipment (登记场所).' })
  putPremises(
    @Arg('input', () => PutPremisesInput, { description: 'The premises (场所).' }) input: PutPremisesInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<PremisesPayload> {
    return asPayload(language, () => services.premises.put(actor, input));
  }
}
