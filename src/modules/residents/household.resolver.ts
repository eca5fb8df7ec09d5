import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { type HouseholdService } from './household.service';
import { HouseholdConnection } from './household.type';

type Context = RequestContext<{ households: HouseholdService }>;

/** What can be asked about households. */
@Resolver()
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
}
