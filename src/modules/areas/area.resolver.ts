import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type AreaLevel } from '../../shared/area-code';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { toWgs84 } from '../../shared/geo';
import { GeoPointInput } from '../../shared/point.type';
import { type AreaService } from './area.service';
import { type AreaSearchService } from './area-search.service';
import { Area, AreaConnection, AreaLevelEnum } from './area.type';

type Context = RequestContext<{ areas: AreaService; areaSearch: AreaSearchService }>;

/** What can be asked about areas: the tree, and where in it a point lies. */
@Resolver(() => Area)
export class AreaResolver {
  @Query(() => Area, {
    nullable: true,
    description: 'The area (区域) with this code, also one that is past; NOT_FOUND outside your district.',
  })
  area(
    @Arg('code', () => ID, { description: 'Code (区划代码), 6, 9, 12, 15 or 18 digits.' }) code: string,
    @Ctx() { actor, services }: Context,
  ): Promise<Area> {
    return services.areas.get(actor, code);
  }

  @Query(() => AreaConnection, {
    nullable: true,
    description: 'All of today’s areas of a level inside another (下辖区域), by code.',
  })
  async areas(
    @Arg('inside', () => ID, { description: 'Code of the area (区域编码) to look in.' }) inside: string,
    @Arg('level', () => AreaLevelEnum, { description: 'Level (层级) of the areas wanted.' }) level: AreaLevel,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, services }: Context,
  ): Promise<AreaConnection> {
    return toConnection(await services.areas.inside(actor, inside, level, page));
  }

  @Query(() => AreaConnection, {
    nullable: true,
    description:
      'Today’s areas whose name holds a text anywhere or whose code begins with it (搜索区域): whole names first, then beginnings, then the rest, each by code.',
  })
  async searchAreas(
    @Arg('text', () => String, {
      description: 'Part of a name, or the beginning of a code (名称片段或编码前缀), 1 to 50 characters.',
    })
    text: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, services }: Context,
    @Arg('inside', () => ID, {
      nullable: true,
      description: 'Code of the area (区域编码) to look in; your district when none is named.',
    })
    inside?: string,
  ): Promise<AreaConnection> {
    const wanted = { text, inside: inside ?? undefined };
    return toConnection(await services.areaSearch.search(actor, wanted, page));
  }

  @Query(() => Area, {
    nullable: true,
    description:
      'The smallest area that a point lies in (坐标所在区域): its courtyard where one is drawn, else its grid; null where there is none in your district. A point on a shared edge belongs to the lower code.',
  })
  areaAt(
    @Arg('point', () => GeoPointInput, { description: 'The point (坐标点).' }) point: GeoPointInput,
    @Ctx() { actor, services }: Context,
  ): Promise<Area | undefined> {
    return services.areas.areaFor(actor, toWgs84(point, point.datum));
  }

  @Query(() => Area, {
    nullable: true,
    deprecationReason: 'Ask `areaAt`: it also knows courtyards.',
    description: 'The grid (网格) that a point lies in; null where there is none in your district.',
  })
  gridAt(
    @Arg('point', () => GeoPointInput, { description: 'The point (坐标点).' }) point: GeoPointInput,
    @Ctx() { actor, services }: Context,
  ): Promise<Area | undefined> {
    return services.areas.gridFor(actor, toWgs84(point, point.datum));
  }

  @FieldResolver(() => [Area], { description: 'Areas that contain this one (上级区域), outermost first.' })
  ancestors(@Root() area: Area, @Ctx() { services }: Context): Area[] {
    return services.areas.ancestors(area);
  }

  @FieldResolver(() => [Area], {
    description: 'Today’s areas one level below (下级区域), by code; at most 100, all by `areas`.',
  })
  children(@Root() area: Area, @Ctx() { services }: Context): Promise<Area[]> {
    return services.areas.children(area);
  }
}
