import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type DueService } from './due.service';
import { DueVisitConnection, DueWindowEnum } from './due.type';
import { type DueWindow } from './due-window.rules';
import { SetVisitTierInput } from './visit.input';
import { type VisitCountService } from './visit-count.service';
import { VisitCoverage } from './visit-coverage.type';
import { VisitTierPayload } from './visit-payload.type';
import { type VisitPlanService } from './visit-plan.service';
import { shownPolicy } from './visit-policy.rules';
import {
  SetVisitPolicyInput,
  VisitPolicyPayload,
  type VisitPolicyService,
  VisitPolicyType,
} from './visit-policy.type';

type Context = RequestContext<{
  dueVisits: DueService;
  visitCounts: VisitCountService;
  visitPlans: VisitPlanService;
  visitPolicies: VisitPolicyService;
}>;

/** Which households are to be visited when, and how well that is kept. */
@Resolver()
export class DueResolver {
  @Query(() => DueVisitConnection, {
    nullable: true,
    description:
      'The households of a grid or courtyard that are to be visited (待访清单), by day and then by door.',
  })
  async dueVisits(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, {
      nullable: true,
      description: 'Code of a grid or courtyard (网格或院落编码); your own when none is named.',
    })
    area?: string,
    @Arg('window', () => DueWindowEnum, { defaultValue: 'ALL', description: 'Which part (范围).' })
    window: DueWindow = 'ALL',
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: 'Only your own fixed households (仅本人包户).',
    })
    mine = false,
  ): Promise<DueVisitConnection> {
    const query = { area: area ?? undefined, window, mine };
    return toConnection(await services.dueVisits.list(actor, reads, query, page));
  }

  @Query(() => VisitCoverage, {
    nullable: true,
    description:
      'Coverage and freshness of the visits of an area (走访覆盖率与鲜活度), counted within a minute of a change and daily.',
  })
  visitCoverage(
    @Ctx() { actor, services }: Context,
    @Arg('area', () => ID, { description: 'Code of a grid, community, street or district (区域编码).' })
    area: string,
    @Arg('month', () => String, { nullable: true, description: 'A past month (月份), YYYY-MM.' })
    month?: string,
  ): Promise<VisitCoverage> {
    return services.visitCounts.ofArea(actor, area, month ?? undefined);
  }

  @Query(() => VisitPolicyType, {
    nullable: true,
    description: 'How often households are visited in your district (走访频次规定).',
  })
  async visitPolicy(@Ctx() { actor, services }: Context): Promise<VisitPolicyType> {
    return shownPolicy(await services.visitPolicies.get(actor));
  }

  @Mutation(() => VisitTierPayload, {
    description:
      'Set how often a household is visited (调整走访频次); the day on which it is due moves with it.',
  })
  setVisitTier(
    @Arg('input', () => SetVisitTierInput, { description: 'Which, and how often (对象与频次).' })
    input: SetVisitTierInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<VisitTierPayload> {
    return asPayload(language, () => services.visitPlans.setTier(actor, reads, input));
  }

  @Mutation(() => VisitPolicyPayload, {
    description:
      'Set how often households are visited in a district (设定走访频次规定); all of them follow within a day.',
  })
  setVisitPolicy(
    @Arg('input', () => SetVisitPolicyInput, { description: 'The figures (各项天数).' })
    input: SetVisitPolicyInput,
    @Ctx() { actor, services, language }: Context,
  ): Promise<VisitPolicyPayload> {
    return asPayload(language, async () => ({
      policy: shownPolicy(await services.visitPolicies.set(actor, input)),
    }));
  }
}
