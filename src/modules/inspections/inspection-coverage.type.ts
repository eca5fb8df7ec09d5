import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

/** The figures of any set of plans. */
@ObjectType('InspectionFigures', { simpleResolvers: true })
class InspectionFigures {
  @Field(() => Int, { description: 'Premises by checklist that are planned (计划数).' })
  planned: number;

  @Field(() => Int, {
    description: 'Of them, to be inspected in the month (应查数): inspected in it, or due by its end.',
  })
  due: number;

  @Field(() => Int, { description: 'Of those due, inspected in the month (已查数).' })
  inspected: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Coverage (巡查覆盖率): inspected ÷ due, 0 to 1; null where nothing was due.',
  })
  coverage?: number | undefined;

  @Field(() => Int, { description: 'Due before the day of counting (逾期数).' })
  overdue: number;

  @Field(() => Int, { description: 'Due on the day of counting or in the six days after (七日内应查).' })
  soon: number;

  @Field(() => Int, { description: 'Never inspected by that checklist (从未巡查).' })
  never: number;
}

@ObjectType('InspectionCoverageOfArea', {
  simpleResolvers: true,
  description: 'The figures of one of the areas inside (下级区域巡查情况).',
})
export class InspectionCoverageOfArea extends InspectionFigures {
  @Field(() => ID, { description: 'Code of the area (区域编码).' })
  area: string;
}

@ObjectType('InspectionCoverageOfChecklist', {
  simpleResolvers: true,
  description: 'The figures of one checklist (各检查表巡查情况).',
})
export class InspectionCoverageOfChecklist extends InspectionFigures {
  @Field(() => ID, { description: 'Code of the checklist (检查表编码).' })
  checklist: string;

  @Field(() => String, { description: 'Its name (检查表名称).' })
  name: string;
}

@ObjectType('InspectionCoverage', {
  simpleResolvers: true,
  description:
    'How the inspections of an area stand (巡查覆盖率), as they were counted; for a department those that are its own.',
})
export class InspectionCoverage extends InspectionFigures {
  @Field(() => ID, { description: 'Code of the area (区域编码).' })
  area: string;

  @Field(() => String, { description: 'Month (月份), YYYY-MM.' })
  month: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the oldest of its grids was counted (统计时间); null where none was.',
  })
  countedAt?: Date | undefined;

  @Field(() => [InspectionCoverageOfArea], {
    description: 'The same for the areas one level below (下级区域); none below a grid.',
  })
  parts: InspectionCoverageOfArea[];

  @Field(() => [InspectionCoverageOfChecklist], {
    description: 'The same for each checklist (各检查表).',
  })
  checklists: InspectionCoverageOfChecklist[];
}
