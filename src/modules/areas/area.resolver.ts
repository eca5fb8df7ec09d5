import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toWgs84 } from '../../shared/geo';
import { GeoPointInput } from '../../shared/point.type';
import { type AreaService } from './area.service';
import { Area } from './area.type';

type Context = RequestContext<{ areas: AreaService }>;

/** What can be asked about areas. */
@Resolver(() => Area)
export class AreaResolver {
  @Query(() => Area, {
    nullable: true,
    description: 'The area (区域) with this code; NOT_FOUND outside your district.',
  })
  area(
    @Arg('code', () => ID, { description: 'Code (区划代码), 6, 9, 12, 15 or 18 digits.' }) code: string,
    @Ctx() { actor, services }: Context,
  ): Promise<Area> {
    return services.areas.get(actor, code);
  }

  @Query(() => Area, {
    nullable: true,
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

  @FieldResolver(() => [Area], { description: 'Areas one level below (下级区域), by code; at most 100.' })
  children(@Root() area: Area, @Ctx() { services }: Context): Promise<Area[]> {
    return services.areas.children(area);
  }
}
