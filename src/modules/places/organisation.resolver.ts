import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { PutOrganisationInput } from './organisation.input';
import { type OrganisationService } from './organisation.service';
import { Organisation, OrganisationSummaryConnection } from './organisation.type';
import { OrganisationPayload } from './place-payload.type';
import { ThingsArgs } from './thing.input';

type Context = RequestContext<{ organisations: OrganisationService }>;

/** Organisations. */
@Resolver()
export class OrganisationResolver {
  @Query(() => OrganisationSummaryConnection, {
    nullable: true,
    description: 'The organisations (单位) of an area of any level, by area, then in the order of their ids.',
  })
  async organisations(
    @Ctx() { actor, services }: Context,
    @Args(() => ThingsArgs) args: ThingsArgs,
  ): Promise<OrganisationSummaryConnection> {
    return toConnection(await services.organisations.inArea(actor, args));
  }

  @Query(() => Organisation, {
    nullable: true,
    description: 'The organisation (单位) with this id; NOT_FOUND when you may not see it.',
  })
  organisation(
    @Arg('id', () => ID, { description: 'Id (单位编号).' }) id: string,
    @Ctx() { actor, services }: Context,
  ): Promise<Organisation> {
    return services.organisations.get(actor, id);
  }

  @Mutation(() => OrganisationPayload, { description: 'Write an organisation (登记单位).' })
  putOrganisation(
    @Arg('input', () => PutOrganisationInput, { description: 'The organisation (单位).' })
    input: PutOrganisationInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<OrganisationPayload> {
    return asPayload(language, () => services.organisations.put(actor, input));
  }
}
