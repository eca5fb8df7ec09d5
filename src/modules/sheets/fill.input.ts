import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { type SheetFillState, type SheetVerdict } from './fill.machine';
import { SheetFillStateEnum, SheetVerdictEnum } from './fill.type';

@InputType('FillSheetInput', {
  description:
    'A sheet as it was filled in, or a correction of one (填报采集表). It is checked against the version that was filled in, also when a later one is out; and taken until 14 days after its period, for a phone without a signal.',
})
export class FillSheetInput {
  @Field(() => ID, {
    description:
      'Id made by the client: UUID version 7 (客户端生成的编号): of what is filled in, or of the correction. Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the sheet (采集表编号).' })
  sheet: string;

  @Field(() => Int, { description: 'Version that was filled in (版本).' })
  version: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the resident it is about (居民编号); this or a household.',
  })
  resident?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the household it is about (户编号).' })
  household?: string | null;

  @Field(() => GraphQLJSONObject, {
    description:
      'The answers by id of the field (答案), as the JSON Schema of the version says. In a correction those that change: what is left out stays, null takes an answer away.',
  })
  answers: Record<string, unknown>;

  @Field(() => ID, { nullable: true, description: 'Id of the visit at which it was filled in (走访编号).' })
  visit?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was filled in (填报时间), where that was offline.',
  })
  filledAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the record that was seen (所见档案版本): another one is a CONFLICT where answers would change the record at once.',
  })
  expectedVersion?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a correction: id of what was filled in (被更正的填报编号).',
  })
  corrects?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a correction: the revision it is based on (所依据的修订); another one is a CONFLICT.',
  })
  basedOn?: number | null;
}

@InputType('ReviewSheetInput', { description: 'What a review of a filled sheet came to (审核采集结果).' })
export class ReviewSheetInput {
  @Field(() => ID, { description: 'Id of this review, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of what was filled in (填报编号).' })
  fill: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the resident it is about (居民编号); this or a household.',
  })
  resident?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the household it is about (户编号).' })
  household?: string | null;

  @Field(() => Int, { description: 'The revision that was looked at (所审修订); another one is a CONFLICT.' })
  expectedRevision: number;

  @Field(() => SheetVerdictEnum, { description: 'The verdict (审核结论).' })
  verdict: SheetVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Why (原因), 4 to 200 characters; needed to return, and read by whoever filled it in.',
  })
  reason?: string | null;
}

@ArgsType()
export class SheetResultsArgs extends PageArgs {
  @Field(() => ID, { description: 'Id of the sheet (采集表编号).' })
  sheet: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area of any level (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => SheetFillStateEnum, {
    defaultValue: 'ACCEPTED',
    description: 'Those that stand so (状态); each state is listed apart.',
  })
  state: SheetFillState;
}

@ArgsType()
export class FillsAboutArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the resident (居民编号); this or a household.' })
  resident?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the household (户编号).' })
  household?: string | null;
}
