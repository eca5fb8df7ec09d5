import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type SheetFillReadingService } from './fill-reading.service';
import { type SheetReviewService } from './fill-review.service';
import { FillsAboutArgs, FillSheetInput, ReviewSheetInput, SheetResultsArgs } from './fill.input';
import { type SheetFillService } from './fill.service';
import { SheetFillConnection, SheetFillPayload, SheetFillStepType, SheetFillType } from './fill.type';

type Context = RequestContext<{
  sheetFills: SheetFillService;
  sheetReviews: SheetReviewService;
  sheetReading: SheetFillReadingService;
}>;

/** What was filled in: by workers at the door and by residents themselves, read, corrected and reviewed. */
@Resolver(() => SheetFillType)
export class SheetFillResolver {
  @Query(() => SheetFillConnection, {
    nullable: true,
    description: 'What was filled in of a sheet in an area and stands in a state (采集结果), by area.',
  })
  async sheetResults(
    @Ctx() { actor, services }: Context,
    @Args(() => SheetResultsArgs) args: SheetResultsArgs,
  ): Promise<SheetFillConnection> {
    return toConnection(await services.sheetReading.results(actor, args));
  }

  @Query(() => SheetFillConnection, {
    nullable: true,
    description:
      'What was filled in about a resident or a household (采集结果) of your area, or about yourself; the newest first.',
  })
  async sheetFills(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => FillsAboutArgs) args: FillsAboutArgs,
  ): Promise<SheetFillConnection> {
    return toConnection(await services.sheetReading.about(actor, reads, args));
  }

  @Query(() => SheetFillType, {
    nullable: true,
    description:
      'What was filled in (采集结果), with what was done with it since; NOT_FOUND outside your area.',
  })
  sheetFill(
    @Arg('id', () => ID, { description: 'Id (填报编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<SheetFillType> {
    return services.sheetReading.get(actor, reads, id);
  }

  @FieldResolver(() => [SheetFillStepType], {
    description: 'What was done with it since (更正与审核记录), the first first.',
  })
  steps(@Root() { steps }: SheetFillType): SheetFillStepType[] {
    return steps.map((step) => ({ ...step, at: new Date(step.at) }));
  }

  @Mutation(() => SheetFillPayload, {
    description:
      'Fill in a sheet, or correct what was filled in (填报、更正采集表). Where no review is needed, the record is updated at once.',
  })
  fillSheet(
    @Arg('input', () => FillSheetInput, { description: 'The sheet and its answers (采集表及答案).' })
    input: FillSheetInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<SheetFillPayload> {
    return asPayload(language, () => services.sheetFills.fill(actor, reads, input));
  }

  @Mutation(() => SheetFillPayload, {
    description:
      'Accept what was filled in, or return it for a reason (审核采集结果). Accepted, it updates the record in the same moment.',
  })
  reviewSheet(
    @Arg('input', () => ReviewSheetInput, { description: 'What the review came to (审核结果).' })
    input: ReviewSheetInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<SheetFillPayload> {
    return asPayload(language, () => services.sheetReviews.review(actor, reads, input));
  }
}
