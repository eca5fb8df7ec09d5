import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { DueWindowEnum } from '../visits/due.type';
import { type DueWindow } from '../visits/due-window.rules';
import { type DueInspectionService } from './due-inspection.service';
import { DueInspectionConnection } from './due-inspection.type';
import { type InspectionCoverageService } from './inspection-coverage.service';
import { InspectionCoverage } from './inspection-coverage.type';
import {
  InspectionPolicyPayload,
  type InspectionPolicyService,
  InspectionPolicyType,
  SetInspectionPolicyInput,
} from './inspection-policy.type';

type Context = RequestContext<{
  dueInspections: DueInspectionService;
  inspectionCoverages: InspectionCoverageService;
  inspectionPolicies: InspectionPolicyService;
}>;

/** Which premises are to be inspected when, and how well that is kept. */
@Resolver()
export class DueInspectionResolver {
  @Query(() => DueInspectionConnection, {
    nullable: true,
    description:
      'The premises of an area that are to be inspected (待查清单), by day. A department sees what failed items would bring to it. A page of a district may be shorter than asked: go on while `hasNextPage`.',
  })
  async dueInspections(
    @Ctx() { actor, language, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, {
      nullable: true,
      description: 'Code of an area of any level (区域编码); your own when none is named.',
    })
    area?: string,
    @Arg('window', () => DueWindowEnum, { defaultValue: 'ALL', description: 'Which part (范围).' })
    window: DueWindow = 'ALL',
    @Arg('checklist', () => ID, {
      nullable: true,
      description: 'Only by this checklist (检查表编码).',
    })
    checklist?: string,
  ): Promise<DueInspectionConnection> {
    const query = { area: area ?? undefined, window, checklist: checklist ?? undefined };
    return toConnection(await services.dueInspections.list(actor, query, page, language));
  }

  @Query(() => InspectionCoverage, {
    nullable: true,
    description:
      'How the inspections of an area stand (巡查覆盖率), counted within a minute of a change and daily.',
  })
  inspectionCoverage(
    @Ctx() { actor, language, services }: Context,
    @Arg('area', () => ID, { description: 'Code of a grid, community, street or district (区域编码).' })
    area: string,
    @Arg('month', () => String, { nullable: true, description: 'A past month (月份), YYYY-MM.' })
    month?: string,
  ): Promise<InspectionCoverage> {
    return services.inspectionCoverages.ofArea(actor, area, month ?? undefined, language);
  }

  @Query(() => InspectionPolicyType, {
    nullable: true,
    description: 'How often premises are inspected in your district, by which checklist (巡查频次规定).',
  })
  inspectionPolicy(@Ctx() { actor, services }: Context): Promise<InspectionPolicyType> {
    return services.inspectionPolicies.get(actor);
  }

  @Mutation(() => InspectionPolicyPayload, {
    description:
      'Set how often premises are inspected in a district (设定巡查频次规定); all of them follow within a day.',
  })
  setInspectionPolicy(
    @Arg('input', () => SetInspectionPolicyInput, { description: 'The rules (各项频次).' })
    input: SetInspectionPolicyInput,
    @Ctx() { actor, services, language }: Context,
  ): Promise<InspectionPolicyPayload> {
    return asPayload(language, async () => ({ policy: await services.inspectionPolicies.set(actor, input) }));
  }
}
