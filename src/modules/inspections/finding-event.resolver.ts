import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type FindingAlertService } from './finding-alert.service';
import { FindingAlertFeed } from './finding-alert.type';

type Context = RequestContext<{ findingAlerts: FindingAlertService }>;

/** What was found while somebody was away. */
@Resolver()
export class FindingEventResolver {
  @Query(() => FindingAlertFeed, {
    nullable: true,
    description:
      'What was found in an area since a cursor (补发问题动态): with `findingAlerts`, everything. Ask when you have begun to watch, and once more half a minute later.',
  })
  findingEvents(
    @Ctx() { actor, reads, language, services }: Context,
    @Arg('area', () => ID, { description: 'Code of the area (区域编码), with all that lies in it.' })
    area: string,
    @Arg('cursor', () => String, {
      nullable: true,
      description:
        'The cursor (游标) of your last answer, 90 days old at most; without one it begins with this moment.',
    })
    cursor?: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many (条数), 1 to 100.' })
    first = 50,
  ): Promise<FindingAlertFeed> {
    const reader = { actor, reads, language };
    return services.findingAlerts.since(reader, { area, cursor: cursor ?? undefined, first });
  }
}
