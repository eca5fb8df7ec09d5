import { Field, Int, ObjectType } from 'type-graphql';
import { type GridKind } from '../areas/area.rules';
import { GridKindEnum } from '../areas/area.type';
import { type LoadFlag } from '../areas/load.rules';
import { LoadFlagEnum } from '../areas/load.type';
import { AdjustedGrid } from './adjustment.type';
import { type Forecast, type GridForecast } from './preview.rules';

@ObjectType('GridForecast', {
  simpleResolvers: true,
  description:
    'What a grid will have to carry after an adjustment (调整后网格负荷), counted as things are now.',
})
export class GridForecastType extends AdjustedGrid implements GridForecast {
  @Field(() => GridKindEnum, { nullable: true, description: 'Kind of the grid (网格类型).' })
  kind?: GridKind | undefined;

  @Field(() => Int, { description: 'Households (户数).' })
  households: number;

  @Field(() => Int, { description: 'Residents (常住人口).' })
  residents: number;

  @Field(() => Int, { description: 'Floating residents (流动人口) among them.' })
  floating: number;

  @Field(() => Int, { description: 'Open cases (未结事件) that it or its courtyards will hold.' })
  openCases: number;

  @Field(() => Int, { description: 'Grid workers (网格员).' })
  workers: number;

  @Field(() => [LoadFlagEnum], { description: 'In what it will be outside the norm (负荷预警).' })
  flags: readonly LoadFlag[];

  @Field(() => Boolean, { description: 'Whether it will be within the norm (是否符合规模要求).' })
  withinNorm: boolean;
}

@ObjectType('AdjustmentPreview', {
  simpleResolvers: true,
  description: 'What an adjustment will mean (调整预览), counted as things are now.',
})
export class AdjustmentPreview implements Forecast {
  @Field(() => [GridForecastType], {
    description: 'The grids concerned that there will be (调整后网格), by code.',
  })
  grids: readonly GridForecast[];

  @Field(() => Int, { description: 'Households that come to another grid (划转户数).' })
  movedHouseholds: number;

  @Field(() => Int, { description: 'Residents that come to another grid (划转人口).' })
  movedResidents: number;

  @Field(() => Int, { description: 'Open cases that are handed on (移交未结事件数).' })
  handedOnCases: number;
}
