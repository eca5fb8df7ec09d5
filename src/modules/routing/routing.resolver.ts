import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { Case } from '../cases/case.type';
import { type RouteService } from './route.service';
import { CaseRouteType, RouteExplanation } from './route.type';
import {
  DecideRoutingInput,
  ExplainRoutingArgs,
  ProposeRoutingInput,
  WithdrawRoutingInput,
} from './routing.input';
import { type RoutingService } from './routing.service';
import { RoutingSet, RoutingSetConnection, RoutingSetPayload } from './routing.type';

type Context = RequestContext<{ routing: RoutingService; routes: RouteService }>;

/** What can be asked about routing, and what can be done to its rules. */
@Resolver(() => Case)
export class RoutingResolver {
  @Query(() => RouteExplanation, {
    nullable: true,
    description:
      'Where a case of a category, here, would go, and which rules were tried (派遣试算); null outside the grids of your district.',
  })
  explainRouting(
    @Args(() => ExplainRoutingArgs) args: ExplainRoutingArgs,
    @Ctx() { actor, language, services }: Context,
  ): Promise<RouteExplanation | undefined> {
    return services.routes.explain(actor, args, language);
  }

  @FieldResolver(() => CaseRouteType, {
    description: 'Why it is here (派遣依据), as it was when it was reported.',
  })
  route(@Root() found: Case, @Ctx() { language, services }: Context): Promise<CaseRouteType> {
    return services.routes.whyOf(found, language);
  }

  @Query(() => RoutingSet, {
    nullable: true,
    description:
      'The routing rules that hold in a district on a day (现行派遣规则); null where there are none.',
  })
  routingRules(
    @Ctx() { actor, services }: Context,
    @Arg('district', () => ID, { nullable: true, description: 'Code of the district (区编码); your own.' })
    district?: string,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Day (日期); today when none is named.',
    })
    on?: string,
  ): Promise<RoutingSet | undefined> {
    return services.routing.holding(actor, district ?? undefined, on ?? undefined);
  }

  @Query(() => RoutingSet, {
    nullable: true,
    description: 'The set of routing rules (派遣规则方案) with this id; NOT_FOUND outside your district.',
  })
  routingSet(
    @Arg('id', () => ID, { description: 'Id (方案编号).' }) id: string,
    @Ctx() { actor, services }: Context,
  ): Promise<RoutingSet> {
    return services.routing.get(actor, id);
  }

  @Query(() => RoutingSetConnection, {
    nullable: true,
    description: 'The sets of routing rules of a district (派遣规则方案), newest first.',
  })
  async routingProposals(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('district', () => ID, { nullable: true, description: 'Code of the district (区编码); your own.' })
    district?: string,
  ): Promise<RoutingSetConnection> {
    return toConnection(await services.routing.proposals(actor, district ?? undefined, page));
  }

  @Mutation(() => RoutingSetPayload, {
    description: 'Propose routing rules (提出派遣规则), for somebody else to decide.',
  })
  proposeRouting(
    @Arg('input', () => ProposeRoutingInput, { description: 'The rules (规则方案).' })
    input: ProposeRoutingInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<RoutingSetPayload> {
    return asPayload(language, () => services.routing.propose(actor, input));
  }

  @Mutation(() => RoutingSetPayload, {
    description: 'Approve or reject routing rules (审批派遣规则) that somebody else proposed.',
  })
  decideRouting(
    @Arg('input', () => DecideRoutingInput, { description: 'The decision (审批意见).' })
    input: DecideRoutingInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<RoutingSetPayload> {
    return asPayload(language, () => services.routing.decide(actor, input));
  }

  @Mutation(() => RoutingSetPayload, {
    description: 'Withdraw routing rules that you proposed (撤回派遣规则).',
  })
  withdrawRouting(
    @Arg('input', () => WithdrawRoutingInput, { description: 'Which, and why (撤回内容).' })
    input: WithdrawRoutingInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<RoutingSetPayload> {
    return asPayload(language, () => services.routing.withdraw(actor, input));
  }
}
