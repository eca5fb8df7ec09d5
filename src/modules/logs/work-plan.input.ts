import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { GeoPointInput } from '../../shared/point.type';
import { type PlanKind, type PlanOutcome } from './work-plan.rules';
import { PlanKindEnum, PlanOutcomeEnum } from './work-plan.type';

@InputType('PlanWorkInput', {
  description: 'What you mean to do, or have promised (安排工作). The same id and content may be sent again.',
})
export class PlanWorkInput {
  @Field(() => ID, {
    description: 'Id of the plan, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => PlanKindEnum, { description: 'Kind (类别).', defaultValue: 'WORK' })
  kind: PlanKind;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'For which day (计划日期), today or within a year; tomorrow when it is not said.',
  })
  day?: string | null;

  @Field(() => String, {
    description: 'What (内容), at most 500 characters, without identity or phone numbers.',
  })
  text: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the grid or courtyard (网格或院落编码); else that of the household, or your own.',
  })
  area?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the household (户编号) it is about.' })
  household?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whom it was promised (承诺对象), at most 50 characters, without numbers.',
  })
  promisedTo?: string | null;
}

@InputType('SettlePlanInput', { description: 'What became of a plan of one’s own (处理计划).' })
export class SettlePlanInput {
  @Field(() => ID, {
    description:
      'Id of this change, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the plan (计划编号).' })
  plan: string;

  @Field(() => PlanOutcomeEnum, { description: 'What became of it (处理结果).' })
  outcome: PlanOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'A word on it (说明), at most 500 characters; needed unless it is moved to another day.',
  })
  text?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The other day (改期至), for POSTPONED and only there.',
  })
  day?: string | null;
}

@InputType('StartRoundInput', {
  description: 'That a patrol round begins (开始巡查). The same id and content may be sent again.',
})
export class StartRoundInput {
  @Field(() => ID, {
    description: 'Id of the round, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When (开始时间), at most seven days back; now when it is not said.',
  })
  at?: Date | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where (起点).' })
  point?: GeoPointInput | null;
}

@InputType('EndRoundInput', { description: 'That a patrol round ends (结束巡查).' })
export class EndRoundInput {
  @Field(() => ID, { description: 'Id of the round (巡查编号).' })
  round: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When (结束时间), within a day of its start; now when it is not said.',
  })
  at?: Date | null;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where (终点).' })
  point?: GeoPointInput | null;
}

@InputType('ExportWorkMonthInput', { description: 'Which month of whose log to take out (导出月度日志).' })
export class ExportWorkMonthInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => String, { description: 'Month (月份) as YYYY-MM.' })
  month: string;

  @Field(() => ID, { nullable: true, description: 'Whose (人员编号); your own when nobody is named.' })
  person?: string | null;
}

@ArgsType()
export class OpenPlansArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Whose (人员编号); your own when nobody is named.' })
  person?: string | null;
}
