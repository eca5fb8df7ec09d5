import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { type CustodyLevel } from '../cases/case.rules';
import { CustodyLevelEnum } from '../cases/case.type';

@ObjectType('SolvedAtLevel', {
  simpleResolvers: true,
  description: 'What was solved at one level (某一层级办结情况).',
})
export class SolvedAtLevel {
  @Field(() => CustodyLevelEnum, { description: 'The level (层级).' })
  level: CustodyLevel;

  @Field(() => Int, { description: 'Cases solved there (办结数).' })
  cases: number;

  @Field(() => Float, {
    description:
      'Share in per cent with one decimal (占比); those of all levels add up to 100.0, or are all 0.',
  })
  percent: number;
}

@ObjectType('SolvedAtLevels', {
  simpleResolvers: true,
  description:
    'At which levels the cases of an area were solved (各层级办结占比): whether small matters stay in the grid (小事不出格). Each case counts on the day it was solved, where it happened; days that are over do not change.',
})
export class SolvedAtLevels {
  @Field(() => ID, { description: 'Code of the area (区域编码).' })
  area: string;

  @Field(() => GraphQLLocalDate, { description: 'First day (起始日), in Shanghai.' })
  from: Day;

  @Field(() => GraphQLLocalDate, { description: 'Last day (截止日), in Shanghai.' })
  to: Day;

  @Field(() => Int, {
    description: 'Cases solved (办结总数); merged cases and parts of others count once, with the whole.',
  })
  total: number;

  @Field(() => Int, {
    description: 'Cases opened again in the period (重开数); one that is solved again counts again.',
  })
  reopened: number;

  @Field(() => [SolvedAtLevel], {
    description: 'All levels (各层级), from the courtyard up; departments last.',
  })
  levels: readonly SolvedAtLevel[];
}
