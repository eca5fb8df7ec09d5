import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type GridKind } from './area.rules';
import { GridKindEnum } from './area.type';
import { LOAD_FLAGS, type LoadCounts } from './load.rules';

export const LoadFlagEnum = enumOf(LOAD_FLAGS);
registerEnumType(LoadFlagEnum, {
  name: 'LoadFlag',
  description: 'In what a grid is outside the norm (网格负荷预警).',
  valuesConfig: {
    BELOW_NORM: { description: 'Fewer households than a grid of its kind should have (户数偏少).' },
    ABOVE_NORM: { description: 'More households than a grid of its kind should have (户数偏多).' },
    FEW_PER_WORKER: { description: 'Fewer than 30 households for each worker (人均户数偏少).' },
    MANY_PER_WORKER: { description: 'More than 50 households for each worker (人均户数偏多).' },
  },
});

@ObjectType('GridLoad', {
  simpleResolvers: true,
  description: 'What a grid has to carry (网格负荷), as it was last counted.',
})
export class GridLoad implements Omit<LoadCounts, 'floating'> {
  @Field(() => ID, { description: 'Code of the grid (网格编码).' })
  grid: string;

  @Field(() => String, { description: 'Name of the grid (网格名称).' })
  name: string;

  @Field(() => GridKindEnum, { nullable: true, description: 'Kind of the grid (网格类型).' })
  kind?: GridKind | undefined;

  @Field(() => Int, { description: 'Households (户数).' })
  households: number;

  @Field(() => Int, { description: 'Residents (常住人口).' })
  residents: number;

  @Field(() => Int, { description: 'Floating residents (流动人口) among them.' })
  floating: number;

  @Field(() => Int, { description: 'Premises (经营场所).' })
  premises: number;

  @Field(() => Int, { description: 'Open cases (未结事件).' })
  openCases: number;

  @Field(() => Int, { nullable: true, description: 'Grid workers (网格员); null where it is not known.' })
  workers?: number | undefined;

  @Field(() => Date, { description: 'When it was counted (统计时间).' })
  countedAt: Date;
}

export const GridLoadConnection = connectionOf(GridLoad, 'GridLoad', 'loads of grids (网格负荷)');
export type GridLoadConnection = InstanceType<typeof GridLoadConnection>;
