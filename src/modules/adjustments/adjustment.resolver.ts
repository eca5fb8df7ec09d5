import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import {
  AdjustmentDraftInput,
  DecideAdjustmentInput,
  ProposeAdjustmentInput,
  WithdrawAdjustmentInput,
} from './adjustment.input';
import { type AdjustmentService } from './adjustment.service';
import { Adjustment, AdjustmentStepType, AdjustmentSummaryConnection } from './adjustment.type';
import { type AdjustmentMoveService } from './adjustment-move.service';
import { AdjustmentPayload, AdjustmentPreviewPayload } from './adjustment-payload.type';
import { type AdjustmentPreviewService } from './adjustment-preview.service';
import { AdjustmentPreview } from './preview.type';

type Context = RequestContext<{
  adjustments: AdjustmentService;
  adjustmentMoves: AdjustmentMoveService;
  adjustmentPreviews: AdjustmentPreviewService;
}>;

/** What can be asked about adjustments of grids, and what can be done to them. */
@Resolver(() => Adjustment)
export class AdjustmentResolver {
  @Query(() => Adjustment, {
    nullable: true,
    description: 'The adjustment of grids (网格调整方案) with this id; NOT_FOUND when you may not see it.',
  })
  adjustment(
    @Arg('id', () => ID, { description: 'Id (方案编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Adjustment> {
    return services.adjustments.get(actor, reads, id);
  }

  @Query(() => AdjustmentSummaryConnection, {
    nullable: true,
    description:
      'The adjustments that touch an area (涉及该区域的网格调整方案), newest first. Workers see those that are approved.',
  })
  async adjustments(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, {
      nullable: true,
      description: 'Code of the area (区域编码); your own when none is named.',
    })
    area?: string,
  ): Promise<AdjustmentSummaryConnection> {
    return toConnection(await services.adjustments.concerning(actor, area ?? undefined, page));
  }

  @FieldResolver(() => [AdjustmentStepType], { description: 'Its life so far (办理过程), oldest first.' })
  timeline(@Root() { steps }: Adjustment): AdjustmentStepType[] {
    return steps.map(({ id, move, at, by, reason }) => ({ id, kind: move, at: new Date(at), by, reason }));
  }

  @FieldResolver(() => AdjustmentPreview, {
    nullable: true,
    description:
      'What it will mean (调整预览), counted as things are now; null for who does not answer for the community.',
  })
  preview(
    @Root() plan: Adjustment,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<AdjustmentPreview | undefined> {
    return services.adjustmentPreviews.ofPlan(actor, reads, plan);
  }

  @Query(() => AdjustmentPreviewPayload, {
    nullable: true,
    description: 'What a plan would mean (方案预览) that nobody has proposed; nothing is written.',
  })
  previewAdjustment(
    @Arg('input', () => AdjustmentDraftInput, { description: 'The plan (调整方案内容).' })
    input: AdjustmentDraftInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<AdjustmentPreviewPayload> {
    return asPayload(language, () => services.adjustmentPreviews.ofDraft(actor, reads, input));
  }

  @Mutation(() => AdjustmentPayload, {
    description: 'Propose an adjustment of grids (提出网格调整方案), to be decided one level up.',
  })
  proposeAdjustment(
    @Arg('input', () => ProposeAdjustmentInput, { description: 'The plan (调整方案).' })
    input: ProposeAdjustmentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<AdjustmentPayload> {
    return asPayload(language, () => services.adjustmentMoves.propose(actor, reads, input));
  }

  @Mutation(() => AdjustmentPayload, {
    description: 'Approve or reject an adjustment (审批网格调整方案), one level above whoever proposed it.',
  })
  decideAdjustment(
    @Arg('input', () => DecideAdjustmentInput, { description: 'The decision (审批意见).' })
    input: DecideAdjustmentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<AdjustmentPayload> {
    return asPayload(language, () => services.adjustmentMoves.decide(actor, reads, input));
  }

  @Mutation(() => AdjustmentPayload, {
    description: 'Withdraw an adjustment before its day (撤回网格调整方案).',
  })
  withdrawAdjustment(
    @Arg('input', () => WithdrawAdjustmentInput, { description: 'Which, and why (撤回内容).' })
    input: WithdrawAdjustmentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<AdjustmentPayload> {
    return asPayload(language, () => services.adjustmentMoves.withdraw(actor, reads, input));
  }
}
