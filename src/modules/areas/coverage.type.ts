import { GraphQLGeoJSON } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Area } from './area.type';
import { type Boundary } from './boundary.rules';

@ObjectType('CoverageFault', {
  simpleResolvers: true,
  description: 'A place that no grid covers, or that two do (网格空白或重叠).',
})
export class CoverageFault {
  @Field(() => [Area], { description: 'The grids concerned (相关网格): around the gap, or that overlap.' })
  grids: readonly Area[];

  @Field(() => GraphQLGeoJSON, { description: 'The place (范围) as a GeoJSON Polygon in WGS 84.' })
  boundary: Boundary;

  @Field(() => Float, { description: 'Its area (面积) in square metres.' })
  squareMetres: number;
}

@ObjectType('Coverage', {
  simpleResolvers: true,
  description:
    'Whether the grids of a community cover it without gap and overlap (无缝覆盖). Slivers below 0.5 m in width or 5 m² are passed over.',
})
export class Coverage {
  @Field(() => ID, { description: 'Code of the community or grid (社区或网格编码) that was looked at.' })
  area: string;

  @Field(() => Boolean, {
    description: 'Whether all is covered once (是否无缝): no gap, no overlap, no grid without a boundary.',
  })
  seamless: boolean;

  @Field(() => Boolean, {
    description:
      'Whether gaps were measured against the community’s own boundary (是否以社区边界为准); else only those enclosed by grids are seen.',
  })
  againstCommunity: boolean;

  @Field(() => [CoverageFault], { description: 'Places in no grid (空白).' })
  gaps: readonly CoverageFault[];

  @Field(() => [CoverageFault], { description: 'Places in two grids (重叠).' })
  overlaps: readonly CoverageFault[];

  @Field(() => [Area], { description: 'Grids for which no boundary is drawn (未绘制边界的网格).' })
  undrawn: readonly Area[];
}
