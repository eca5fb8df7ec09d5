import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { flagsOf, type LoadFlag } from './load.rules';
import { type LoadListService } from './load-list.service';
import { GridLoad, GridLoadConnection, LoadFlagEnum } from './load.type';

type Context = RequestContext<{ loadLists: LoadListService }>;

/** What grids have to carry. */
@Resolver(() => GridLoad)
export class LoadResolver {
  @Query(() => GridLoadConnection, {
    nullable: true,
    description:
      'What each grid inside an area has to carry (网格负荷), by code: as last counted, about a minute after a change, or as it was at the end of a month.',
  })
  async gridLoad(
    @Arg('area', () => ID, { description: 'Code of an area or of one grid (区域编码).' }) area: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, services }: Context,
    @Arg('month', () => String, { nullable: true, description: 'Month (月份) as YYYY-MM.' }) month?: string,
  ): Promise<GridLoadConnection> {
    return toConnection(await services.loadLists.ofArea(actor, area, month ?? undefined, page));
  }

  @FieldResolver(() => [LoadFlagEnum], { description: 'In what it is outside the norm (负荷预警).' })
  flags(@Root() { households, kind, workers }: GridLoad): LoadFlag[] {
    return flagsOf(households, kind, workers);
  }
}
