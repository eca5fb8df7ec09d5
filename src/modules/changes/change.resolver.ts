import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type ChangeService } from './change.service';
import { ChangeFeed } from './change.type';

type Context = RequestContext<{ changes: ChangeService }>;

/** What has changed since somebody asked last. */
@Resolver()
export class ChangeResolver {
  @Query(() => ChangeFeed, {
    nullable: true,
    description:
      'What has changed in your grids since a cursor (增量同步): each record as it stands now, and what you see no longer as removed. Without a cursor all there is. Something may be told twice.',
  })
  changes(
    @Ctx() { actor, services }: Context,
    @Arg('areas', () => [ID], {
      description:
        'Codes of grids or communities (网格或社区编码) you are appointed to, twenty grids at most. A courtyard stands for as much of its grid as you see.',
    })
    areas: string[],
    @Arg('cursor', () => String, {
      nullable: true,
      description: 'The cursor (游标) of your last answer; your own, on whichever device.',
    })
    cursor?: string | null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many changes (条数), 1 to 100.' })
    first = 100,
  ): Promise<ChangeFeed> {
    return services.changes.since(actor, { areas, cursor: cursor ?? undefined, first });
  }
}
