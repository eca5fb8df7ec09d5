import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type CaseEventService } from './case-event.service';
import { CaseEventFeed } from './case-event.type';

type Context = RequestContext<{ caseEvents: CaseEventService }>;

/** What happened while somebody was away. */
@Resolver()
export class CaseEventResolver {
  @Query(() => CaseEventFeed, {
    nullable: true,
    description:
      'What happened to the cases of an area since a cursor (补发事件动态): with `areaFeed`, everything. Ask when you have begun to watch, and once more half a minute later.',
  })
  caseEvents(
    @Ctx() { actor, services }: Context,
    @Arg('area', () => ID, { description: 'Code of the area (区域编码), with all that lies in it.' })
    area: string,
    @Arg('cursor', () => String, {
      nullable: true,
      description:
        'The cursor (游标) of your last answer, 90 days old at most; without one it begins with this moment.',
    })
    cursor?: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many events (条数), 1 to 100.' })
    first = 50,
  ): Promise<CaseEventFeed> {
    return services.caseEvents.since(actor, { area, cursor: cursor ?? undefined, first });
  }
}
