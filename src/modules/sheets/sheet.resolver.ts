import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type JsonSchema, jsonSchemaOf } from './json-schema.rules';
import { DraftSheetInput, PublishSheetInput, SheetsArgs } from './sheet.input';
import { type SheetService } from './sheet.service';
import { SheetPayload, SheetSummaryConnection, SheetType } from './sheet.type';

type Context = RequestContext<{ sheets: SheetService }>;

/** Information sheets: what is out, and the writing of them. */
@Resolver(() => SheetType)
export class SheetResolver {
  @Query(() => SheetSummaryConnection, {
    nullable: true,
    description:
      'The sheets (信息采集表) that are out now for an area or a part of it, those that end first first; residents see those that residents fill in. Or the drafts, for who may publish them.',
  })
  async sheets(
    @Ctx() { actor, services }: Context,
    @Args(() => SheetsArgs) args: SheetsArgs,
  ): Promise<SheetSummaryConnection> {
    return toConnection(await services.sheets.list(actor, args));
  }

  @Query(() => SheetType, {
    nullable: true,
    description:
      'A version of a sheet (信息采集表) for a form, also one whose period is over; NOT_FOUND in another district.',
  })
  sheet(
    @Arg('id', () => ID, { description: 'Id of the sheet (采集表编号).' }) id: string,
    @Arg('version', () => Int, { description: 'Version (版本).' }) version: number,
    @Ctx() { actor, services }: Context,
  ): Promise<SheetType> {
    return services.sheets.get(actor, id, version);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description:
      'What answers must be, as a JSON Schema of draft 2020-12 (答案的 JSON Schema). Its formats `wangge-…` are of ours: a validator that does not know them lets more through.',
  })
  jsonSchema(@Root() sheet: SheetType): JsonSchema {
    return jsonSchemaOf(sheet);
  }

  @Mutation(() => SheetPayload, { description: 'Write a version of a sheet, as a whole (拟定采集表).' })
  draftSheet(
    @Arg('input', () => DraftSheetInput, { description: 'The version (采集表版本).' }) input: DraftSheetInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<SheetPayload> {
    return asPayload(language, () => services.sheets.draft(actor, reads, input));
  }

  @Mutation(() => SheetPayload, {
    description:
      'Publish a version for areas and a period (发布采集表). It never changes from then on, and takes the place of the one before.',
  })
  publishSheet(
    @Arg('input', () => PublishSheetInput, { description: 'Which, where and when (版本、范围和期限).' })
    input: PublishSheetInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<SheetPayload> {
    return asPayload(language, () => services.sheets.publish(actor, reads, input));
  }
}
