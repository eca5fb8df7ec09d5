import { GraphQLGeoJSON, GraphQLLocalDate } from 'graphql-scalars';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Point } from '../../shared/geo';
import { GeoPoint } from '../../shared/point.type';
import { type GridKind } from './area.rules';
import { type AreaService } from './area.service';
import { Area, GridKindEnum } from './area.type';
import { type Boundary, centreOf } from './boundary.rules';

type Context = RequestContext<{ areas: AreaService }>;

/** What is known of an area beside its place in the tree. */
@Resolver(() => Area)
export class AreaFactsResolver {
  @FieldResolver(() => GridKindEnum, {
    nullable: true,
    description: 'Kind of grid (网格类型); null for levels that are no grids.',
  })
  async kind(@Root() area: Area, @Ctx() { services }: Context): Promise<GridKind | undefined> {
    return (await services.areas.factsOf(area)).kind;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Code of the second managing department (双重管理部门) of a special grid.',
  })
  async department(@Root() area: Area, @Ctx() { services }: Context): Promise<string | undefined> {
    return (await services.areas.factsOf(area)).department;
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: 'First day (生效日期) on which it holds; null for since ever.',
  })
  async validFrom(@Root() area: Area, @Ctx() { services }: Context): Promise<string | undefined> {
    return (await services.areas.factsOf(area)).validFrom;
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'First day (失效日期) on which it no longer holds, when its successors begin; null while it does.',
  })
  async validTo(@Root() area: Area, @Ctx() { services }: Context): Promise<string | undefined> {
    return (await services.areas.factsOf(area)).validTo;
  }

  @FieldResolver(() => [ID], { description: 'Codes of the areas it came from (由何区域调整而来).' })
  async replaces(@Root() area: Area, @Ctx() { services }: Context): Promise<readonly string[]> {
    return (await services.areas.factsOf(area)).replaces ?? [];
  }

  @FieldResolver(() => [ID], { description: 'Codes of the areas that came of it (调整为何区域).' })
  async replacedBy(@Root() area: Area, @Ctx() { services }: Context): Promise<readonly string[]> {
    return (await services.areas.factsOf(area)).replacedBy ?? [];
  }

  @FieldResolver(() => GraphQLGeoJSON, {
    nullable: true,
    description: 'Boundary (边界) as a GeoJSON Polygon in WGS 84, as maps take it; null where none is drawn.',
  })
  boundary(@Root() area: Area, @Ctx() { reads, services }: Context): Promise<Boundary | undefined> {
    return services.areas.boundaryOf(reads, area);
  }

  @FieldResolver(() => GeoPoint, {
    nullable: true,
    description: 'A point inside the boundary (中心点), for a label; null where none is drawn.',
  })
  async centre(@Root() area: Area, @Ctx() { reads, services }: Context): Promise<Point | undefined> {
    const boundary = await services.areas.boundaryOf(reads, area);
    return boundary && centreOf(boundary);
  }
}
