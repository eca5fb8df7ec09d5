import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { PutFacilityInput } from './facility.input';
import { type FacilityService } from './facility.service';
import { Facility, FacilitySummaryConnection } from './facility.type';
import { FacilityPayload } from './place-payload.type';
import { ThingsArgs } from './thing.input';

type Context = RequestContext<{ facilities: FacilityService }>;

/** Facilities. */
@Resolver()
export class FacilityResolver {
  @Query(() => FacilitySummaryConnection, {
    nullable: true,
    description: 'The facilities (部件) of an area of any level, by area, then in the order of their ids.',
  })
  async facilities(
    @Ctx() { actor, services }: Context,
    @Args(() => ThingsArgs) args: ThingsArgs,
  ): Promise<FacilitySummaryConnection> {
    return toConnection(await services.facilities.inArea(actor, args));
  }

  @Query(() => Facility, {
    nullable: true,
    description: 'The facility (部件) with this id; NOT_FOUND when you may not see it.',
  })
  facility(
    @Arg('id', () => ID, { description: 'Id (部件编号).' }) id: string,
    @Ctx() { actor, services }: Context,
  ): Promise<Facility> {
    return services.facilities.get(actor, id);
  }

  @Mutation(() => FacilityPayload, { description: 'Write a facility (登记部件).' })
  putFacility(
    @Arg('input', () => PutFacilityInput, { description: 'The facility (部件).' }) input: PutFacilityInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<FacilityPayload> {
    return asPayload(language, () => services.facilities.put(actor, input));
  }
}
