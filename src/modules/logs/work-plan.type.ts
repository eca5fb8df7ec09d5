import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Day } from '../../shared/business-date';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { LogPerson, PatrolRound } from './log.type';
import { PLAN_KINDS, PLAN_OUTCOMES, PLAN_STATES, type PlanKind, type PlanState } from './work-plan.rules';

export const PlanKindEnum = enumOf(PLAN_KINDS);
registerEnumType(PlanKindEnum, {
  name: 'WorkPlanKind',
  description: 'What is planned (计划类别).',
  valuesConfig: {
    WORK: { description: 'Work of one’s own (工作).' },
    ERRAND: { description: 'An errand for somebody (代办).' },
  },
});

export const PlanStateEnum = enumOf(PLAN_STATES);
registerEnumType(PlanStateEnum, {
  name: 'WorkPlanState',
  description: 'How a plan stands (计划状态).',
  valuesConfig: {
    OPEN: { description: 'Open (待办), also when its day is over.' },
    DONE: { description: 'Done (已完成).' },
    DROPPED: { description: 'Dropped (已取消).' },
  },
});

export const PlanOutcomeEnum = enumOf(PLAN_OUTCOMES);
registerEnumType(PlanOutcomeEnum, {
  name: 'WorkPlanOutcome',
  description: 'What became of a plan (计划处理结果).',
  valuesConfig: {
    DONE: { description: 'Done (已完成).' },
    DROPPED: { description: 'Dropped (已取消).' },
    POSTPONED: { description: 'Moved to another day (改期).' },
  },
});

@ObjectType('WorkPlan', {
  simpleResolvers: true,
  description: 'What somebody means to do, or has promised (工作计划、承诺): open until it is settled.',
})
export class WorkPlan {
  @Field(() => ID, { description: 'Id (计划编号), made by the client.' })
  id: string;

  @Field(() => Int, { description: 'Version (版本号): grows by one with each change.' })
  version: number;

  @Field(() => PlanKindEnum, { description: 'Kind (类别).' })
  kind: PlanKind;

  @Field(() => GraphQLLocalDate, { description: 'For which day (计划日期).' })
  day: Day;

  @Field(() => String, { description: 'What (内容).' })
  text: string;

  @Field(() => ID, { description: 'Code of the grid or courtyard (网格或院落编码).' })
  area: string;

  @Field(() => LogPerson, { description: 'Whose plan it is (计划人).' })
  by: LogPerson;

  @Field(() => ID, { nullable: true, description: 'Id of the household (户编号) it is about.' })
  household?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Whom it was promised (承诺对象), in words.' })
  promisedTo?: string | undefined;

  @Field(() => PlanStateEnum, { description: 'How it stands (状态).' })
  state: PlanState;

  @Field(() => [GraphQLLocalDate], { description: 'Days it was planned for before (原计划日期).' })
  movedFrom: readonly Day[];

  @Field(() => Date, { nullable: true, description: 'When it was settled (办结时间).' })
  settledAt?: Date | undefined;

  @Field(() => String, { nullable: true, description: 'What was said to it last (说明).' })
  word?: string | undefined;

  /** The request that made it and the last ones it has taken in. */
  requests: readonly { readonly id: string; readonly mark: string }[];
}

export const WorkPlanConnection = connectionOf(WorkPlan, 'WorkPlan', 'plans (工作计划)');
export type WorkPlanConnection = InstanceType<typeof WorkPlanConnection>;

@ObjectType('WorkPlanPayload', { simpleResolvers: true, description: 'What came of a plan (计划操作结果).' })
export class WorkPlanPayload {
  @Field(() => WorkPlan, { nullable: true, description: 'The plan as it stands now (计划).' })
  plan?: WorkPlan | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('PatrolRoundPayload', {
  simpleResolvers: true,
  description: 'What came of a round (巡查操作结果).',
})
export class PatrolRoundPayload {
  @Field(() => PatrolRound, { nullable: true, description: 'The round as it stands now (巡查).' })
  round?: PatrolRound | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('WorkMonthFiles', {
  simpleResolvers: true,
  description: 'A month of a log, to be kept or printed (月度日志导出).',
})
export class WorkMonthFiles {
  @Field(() => String, { description: 'Link to a table (XLSX 表格), good for five minutes.' })
  sheetUrl: string;

  @Field(() => String, { description: 'Link to a page to print on A4 (打印页), good for five minutes.' })
  pageUrl: string;
}

@ObjectType('WorkMonthFilesPayload', {
  simpleResolvers: true,
  description: 'What came of taking a month out (导出结果).',
})
export class WorkMonthFilesPayload {
  @Field(() => WorkMonthFiles, { nullable: true, description: 'The files (文件).' })
  files?: WorkMonthFiles | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
