import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import {
  DecideDistrictRulesInput,
  ProposeDistrictRulesInput,
  WithdrawDistrictRulesInput,
} from './district-rules.input';
import { type DistrictRulesService } from './district-rules.service';
import { DistrictRules, DistrictRulesConnection, DistrictRulesPayload } from './district-rules.type';

type Context = RequestContext<{ terms: DistrictRulesService }>;

/** What can be asked about a district's own rules, and what can be done to them. */
@Resolver(() => DistrictRules)
export class DistrictRulesResolver {
  @Query(() => DistrictRules, {
    nullable: true,
    description: 'The own rules that hold in a district on a day (现行本区规定); null where there are none.',
  })
  districtRules(
    @Ctx() { actor, services }: Context,
    @Arg('district', () => ID, { nullable: true, description: 'Code of the district (区编码); your own.' })
    district?: string,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Day (日期); today when none is named.',
    })
    on?: string,
  ): Promise<DistrictRules | undefined> {
    return services.terms.holding(actor, district ?? undefined, on ?? undefined);
  }

  @Query(() => DistrictRules, {
    nullable: true,
    description:
      'The set of a district’s own rules (本区规定) with this id; NOT_FOUND outside your district.',
  })
  districtRulesSet(
    @Arg('id', () => ID, { description: 'Id (规定编号).' }) id: string,
    @Ctx() { actor, services }: Context,
  ): Promise<DistrictRules> {
    return services.terms.get(actor, id);
  }

  @Query(() => DistrictRulesConnection, {
    nullable: true,
    description: 'The sets of a district’s own rules (本区规定), newest first.',
  })
  async districtRulesProposals(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('district', () => ID, { nullable: true, description: 'Code of the district (区编码); your own.' })
    district?: string,
  ): Promise<DistrictRulesConnection> {
    return toConnection(await services.terms.proposals(actor, district ?? undefined, page));
  }

  @Mutation(() => DistrictRulesPayload, {
    description: 'Propose a district’s own rules (提出本区规定), for somebody else to decide.',
  })
  proposeDistrictRules(
    @Arg('input', () => ProposeDistrictRulesInput, { description: 'The rules (规定内容).' })
    input: ProposeDistrictRulesInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<DistrictRulesPayload> {
    return asPayload(language, () => services.terms.propose(actor, input));
  }

  @Mutation(() => DistrictRulesPayload, {
    description: 'Approve or reject a district’s own rules (审批本区规定) that somebody else proposed.',
  })
  decideDistrictRules(
    @Arg('input', () => DecideDistrictRulesInput, { description: 'The decision (审批意见).' })
    input: DecideDistrictRulesInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<DistrictRulesPayload> {
    return asPayload(language, () => services.terms.decide(actor, input));
  }

  @Mutation(() => DistrictRulesPayload, {
    description: 'Withdraw a district’s own rules that you proposed (撤回本区规定).',
  })
  withdrawDistrictRules(
    @Arg('input', () => WithdrawDistrictRulesInput, { description: 'Which, and why (撤回内容).' })
    input: WithdrawDistrictRulesInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<DistrictRulesPayload> {
    return asPayload(language, () => services.terms.withdraw(actor, input));
  }
}
