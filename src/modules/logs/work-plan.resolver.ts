import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type LogExportService } from './log-export.service';
import { type PatrolRoundService } from './patrol-round.service';
import {
  EndRoundInput,
  ExportWorkMonthInput,
  OpenPlansArgs,
  PlanWorkInput,
  SettlePlanInput,
  StartRoundInput,
} from './work-plan.input';
import { type WorkPlanService } from './work-plan.service';
import {
  PatrolRoundPayload,
  WorkMonthFilesPayload,
  WorkPlan,
  WorkPlanConnection,
  WorkPlanPayload,
} from './work-plan.type';

type Context = RequestContext<{
  workPlans: WorkPlanService;
  patrolRounds: PatrolRoundService;
  logExports: LogExportService;
}>;

/** What somebody means to do, their rounds, and their month on paper. */
@Resolver(() => WorkPlan)
export class WorkPlanResolver {
  @Query(() => WorkPlanConnection, {
    nullable: true,
    description: 'Plans and promises that are open (未完成计划), by day, those of past days first.',
  })
  async openPlans(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => OpenPlansArgs) { person, ...page }: OpenPlansArgs,
  ): Promise<WorkPlanConnection> {
    return toConnection(await services.workPlans.open(actor, reads, person ?? undefined, page));
  }

  @Mutation(() => WorkPlanPayload, { description: 'Plan something, or record a promise (安排工作).' })
  planWork(
    @Arg('input', () => PlanWorkInput, { description: 'The plan (计划内容).' }) input: PlanWorkInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<WorkPlanPayload> {
    return asPayload(language, () => services.workPlans.plan(actor, reads, input));
  }

  @Mutation(() => WorkPlanPayload, {
    description: 'Say what became of a plan (处理计划): done, dropped, or moved to another day.',
  })
  settlePlan(
    @Arg('input', () => SettlePlanInput, { description: 'What became of it (处理结果).' })
    input: SettlePlanInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<WorkPlanPayload> {
    return asPayload(language, () => services.workPlans.settle(actor, reads, input));
  }

  @Mutation(() => PatrolRoundPayload, {
    description: 'Record that a patrol round begins (开始巡查), if you like to: nothing depends on it.',
  })
  startRound(
    @Arg('input', () => StartRoundInput, { description: 'The beginning (开始信息).' }) input: StartRoundInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<PatrolRoundPayload> {
    return asPayload(language, () => services.patrolRounds.start(actor, reads, input));
  }

  @Mutation(() => PatrolRoundPayload, { description: 'Record that a patrol round ends (结束巡查).' })
  endRound(
    @Arg('input', () => EndRoundInput, { description: 'The end (结束信息).' }) input: EndRoundInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<PatrolRoundPayload> {
    return asPayload(language, () => services.patrolRounds.end(actor, reads, input));
  }

  @Mutation(() => WorkMonthFilesPayload, {
    description: 'Take a month of a log out (导出月度日志): a table, and a page to print.',
  })
  exportWorkMonth(
    @Arg('input', () => ExportWorkMonthInput, { description: 'Which (导出范围).' })
    input: ExportWorkMonthInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<WorkMonthFilesPayload> {
    return asPayload(language, () => services.logExports.month(actor, reads, input));
  }

  @FieldResolver(() => Boolean, { description: 'Whether its day is over (是否逾期) and it is open.' })
  overdue(@Root() plan: WorkPlan, @Ctx() { services }: Context): boolean {
    return services.workPlans.isOverdue(plan);
  }
}
