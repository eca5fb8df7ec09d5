import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { HouseholdFile } from '../residents/household.type';
import { DueVisit } from './due.type';
import { type VisitService } from './visit.service';
import { VisitSummaryConnection } from './visit.type';

type Context = RequestContext<{ visits: VisitService }>;

/** What visits add to a household's page. */
@Resolver(() => HouseholdFile)
export class HouseholdVisitsResolver {
  @FieldResolver(() => DueVisit, {
    nullable: true,
    description: 'When it is to be visited next (下次应访); null for a moment after it was put on file.',
  })
  nextVisit(
    @Root() household: HouseholdFile,
    @Ctx() { reads, services }: Context,
  ): Promise<DueVisit | undefined> {
    return services.visits.nextOf(reads, household);
  }

  @FieldResolver(() => VisitSummaryConnection, {
    description: 'Visits at this door (走访记录), newest first.',
  })
  async visits(
    @Root() household: HouseholdFile,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { services }: Context,
  ): Promise<VisitSummaryConnection> {
    return toConnection(await services.visits.atDoor(household, page));
  }
}
