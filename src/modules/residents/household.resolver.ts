import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { RegisterHouseholdInput } from './household.input';
import { type HouseholdService } from './household.service';
import { HouseholdConnection, HouseholdFile, HouseholdMember } from './household.type';
import { HouseholdPayload } from './registry-payload.type';

type Context = RequestContext<{ households: HouseholdService }>;

/** What can be asked about households, and putting one on file. */
@Resolver(() => HouseholdFile)
export class HouseholdResolver {
  @Query(() => HouseholdConnection, {
    nullable: true,
    description:
      'The households (户) of a grid or courtyard, by courtyard and door; your own area when none is named.',
  })
  async households(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, { nullable: true, description: 'Code of a grid or courtyard (网格或院落编码).' })
    area?: string,
  ): Promise<HouseholdConnection> {
    return toConnection(await services.households.inArea(actor, area ?? undefined, page));
  }

  @Query(() => HouseholdFile, {
    nullable: true,
    description: 'A household with its people (户档案); NOT_FOUND outside your area.',
  })
  household(
    @Arg('id', () => ID, { description: 'Id (户编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<HouseholdFile> {
    return services.households.get(actor, reads, id);
  }

  @FieldResolver(() => [HouseholdMember], {
    description: 'Who lives here (在住成员), the head first; or who did on a day.',
  })
  members(
    @Root() household: HouseholdFile,
    @Ctx() { services }: Context,
    @Arg('on', () => GraphQLLocalDate, { nullable: true, description: 'Another day (日期), in Shanghai.' })
    on?: string,
  ): HouseholdMember[] {
    return services.households.membersOn(household, on ?? undefined);
  }

  @Mutation(() => HouseholdPayload, {
    description: 'Put a household on file (登记户), still without people.',
  })
  registerHousehold(
    @Arg('input', () => RegisterHouseholdInput, { description: 'The household (户).' })
    input: RegisterHouseholdInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<HouseholdPayload> {
    return asPayload(language, () => services.households.register(actor, reads, input));
  }
}
