import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

/** The figures of any set of households. */
@ObjectType('VisitFigures', { simpleResolvers: true })
class VisitFigures {
  @Field(() => Int, { description: 'Households on the list (户数).' })
  households: number;

  @Field(() => Int, {
    description: 'Households to be visited in the month (应访户数): visited in it, or due by its end.',
  })
  due: number;

  @Field(() => Int, {
    description: 'Of them, visited in it (已访户数); refused is visited, nobody home is not.',
  })
  visited: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Coverage (覆盖率): visited ÷ due, 0 to 1; null where nothing was due.',
  })
  coverage?: number | undefined;

  @Field(() => Int, { description: 'Due before the day of counting (逾期户数).' })
  overdue: number;

  @Field(() => Int, { description: 'Due on the day of counting or in the six days after (七日内应访).' })
  soon: number;

  @Field(() => Int, { description: 'Where nobody was ever met (从未见到).' })
  neverSeen: number;

  @Field(() => Int, { description: 'Seen within 30 days (30 日内见到).' })
  seen30: number;

  @Field(() => Int, { description: 'Seen 31 to 90 days ago (31 至 90 日).' })
  seen90: number;

  @Field(() => Int, { description: 'Seen 91 to 180 days ago (91 至 180 日).' })
  seen180: number;

  @Field(() => Int, { description: 'Seen longer ago (180 日以前).' })
  seenBefore: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Freshness (信息鲜活度): mean age of what is known, in days; null where nobody was ever met.',
  })
  meanAgeDays?: number | undefined;
}

@ObjectType('VisitCoverageOfWorker', {
  simpleResolvers: true,
  description:
    'The figures of one worker (网格员走访情况): their own fixed households, or those that are nobody else’s.',
})
export class VisitCoverageOfWorker extends VisitFigures {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  person: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;
}

@ObjectType('VisitCoverageOfArea', {
  simpleResolvers: true,
  description: 'The figures of one of the areas inside (下级区域走访情况).',
})
export class VisitCoverageOfArea extends VisitFigures {
  @Field(() => ID, { description: 'Code of the area (区域编码).' })
  area: string;
}

@ObjectType('VisitCoverage', {
  simpleResolvers: true,
  description: 'How the visits of an area stand (走访覆盖与鲜活度), as they were counted.',
})
export class VisitCoverage extends VisitFigures {
  @Field(() => ID, { description: 'Code of the area (区域编码).' })
  area: string;

  @Field(() => String, { description: 'Month (月份), YYYY-MM.' })
  month: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the oldest of its grids was counted (统计时间); null where none was.',
  })
  countedAt?: Date | undefined;

  @Field(() => [VisitCoverageOfArea], {
    description: 'The same for the areas one level below (下级区域); none below a grid.',
  })
  parts: VisitCoverageOfArea[];

  @Field(() => [VisitCoverageOfWorker], {
    description: 'The same for the workers of a grid (网格员); empty for larger areas.',
  })
  workers: VisitCoverageOfWorker[];
}
