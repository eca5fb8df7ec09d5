import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import {
  type SheetAttribute,
  type SheetFieldType,
  type SheetFiller,
  type SheetState,
  type SheetSubject,
} from './sheet.rules';
import {
  SheetAttributeEnum,
  SheetFieldTypeEnum,
  SheetFillerEnum,
  SheetStateEnum,
  SheetSubjectEnum,
} from './sheet.type';

@InputType('SheetTextInput', { description: 'A text in both languages (中英文文本).' })
export class SheetTextInput {
  @Field(() => String, { description: 'In Chinese (中文).' })
  zh: string;

  @Field(() => String, { description: 'In English (英文).' })
  en: string;
}

@InputType('SheetChoiceInput', { description: 'One of the values to choose from (选项).' })
export class SheetChoiceInput {
  @Field(() => String, { description: 'Value (选项值): capitals, digits, underscores.' })
  value: string;

  @Field(() => SheetTextInput, { description: 'What it is called (选项名称).' })
  label: SheetTextInput;
}

@InputType('SheetConditionInput', {
  description: 'That a CHOICE, CHOICES or YES_NO field before is answered in a certain way (条件).',
})
export class SheetConditionInput {
  @Field(() => String, { description: 'Id of that field (题目标识).' })
  field: string;

  @Field(() => [String], { description: 'One of these values (取值); `true` or `false` of a YES_NO.' })
  equals: string[];
}

@InputType('SheetFieldInput', { description: 'A question of a sheet (采集项).' })
export class SheetFieldInput {
  @Field(() => String, {
    description: 'Id (标识): letters and digits, a small letter first; keep it through all versions.',
  })
  id: string;

  @Field(() => SheetTextInput, { description: 'What it is called (名称), at most 60 characters.' })
  label: SheetTextInput;

  @Field(() => SheetTextInput, { nullable: true, description: 'What to know when answering (填写说明).' })
  hint?: SheetTextInput | null;

  @Field(() => SheetFieldTypeEnum, { description: 'What kind of answer it takes (题型).' })
  type: SheetFieldType;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it must be answered wherever it is asked (必填).',
  })
  required: boolean;

  @Field(() => SheetConditionInput, {
    nullable: true,
    description: 'Asked only then (显示条件); not asked, it must not be answered.',
  })
  shownWhen?: SheetConditionInput | null;

  @Field(() => SheetConditionInput, { nullable: true, description: 'Must be answered then (必填条件).' })
  requiredWhen?: SheetConditionInput | null;

  @Field(() => [SheetChoiceInput], {
    nullable: true,
    description: 'What to choose from (选项), of CHOICE and CHOICES.',
  })
  choices?: SheetChoiceInput[] | null;

  @Field(() => Float, { nullable: true, description: 'Least NUMBER (最小值).' })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: 'Greatest NUMBER (最大值), at most 999,999,999.' })
  max?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a NUMBER is a whole one (整数).' })
  whole?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Least characters of a TEXT (最少字数).' })
  minLength?: number | null;

  @Field(() => Int, { nullable: true, description: 'Most characters of a TEXT (最多字数), at most 500.' })
  maxLength?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Pattern for the whole of a TEXT (格式): characters, [classes], `\\d`, `\\w`, with `{n}`, `{m,n}` or `?`; no groups.',
  })
  pattern?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a DATE is today at the latest (不晚于今天).',
  })
  notInFuture?: boolean | null;

  @Field(() => SheetAttributeEnum, {
    nullable: true,
    description: 'What of the record the answer updates (更新的档案项).',
  })
  updates?: SheetAttribute | null;
}

@InputType('DraftSheetInput', { description: 'A version of a sheet to be written, as a whole (拟定采集表).' })
export class DraftSheetInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, {
    description: 'Id of the sheet, made by the client for its first version: UUID version 7 (采集表编号).',
  })
  sheet: string;

  @Field(() => Int, { description: 'Version (版本): 1, or one more than is published.' })
  version: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that was seen (所见修订); another one is a CONFLICT. None for a new version.',
  })
  expectedRevision?: number | null;

  @Field(() => ID, {
    description: 'Code of the area whose staff make it (所属区域): the same in all versions.',
  })
  area: string;

  @Field(() => String, {
    description: 'Key (标识): capitals, digits, underscores; the same in all versions.',
  })
  key: string;

  @Field(() => SheetTextInput, { description: 'Title (名称), at most 40 characters.' })
  title: SheetTextInput;

  @Field(() => SheetTextInput, { description: 'What it is for, and for how long answers are kept (说明).' })
  about: SheetTextInput;

  @Field(() => SheetSubjectEnum, { description: 'What it is about (采集对象): the same in all versions.' })
  subject: SheetSubject;

  @Field(() => SheetFillerEnum, { description: 'Who fills it in (填写人).' })
  filledBy: SheetFiller;

  @Field(() => Boolean, { description: 'Whether what is filled in is reviewed (是否审核).' })
  review: boolean;

  @Field(() => [SheetFieldInput], { description: 'Its questions (采集项), 1 to 60, in their order.' })
  fields: SheetFieldInput[];
}

@InputType('PublishSheetInput', {
  description: 'A version to be published (发布采集表): from then on it never changes.',
})
export class PublishSheetInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the sheet (采集表编号).' })
  sheet: string;

  @Field(() => Int, { description: 'Version (版本).' })
  version: number;

  @Field(() => Int, { description: 'The revision that was seen (所见修订); another one is a CONFLICT.' })
  expectedRevision: number;

  @Field(() => [ID], {
    description: 'Codes of areas inside that of the sheet, each with everything in it (发布区域), 1 to 20.',
  })
  areas: string[];

  @Field(() => GraphQLLocalDate, {
    description: 'First day (起始日期), in Shanghai; the version before ends the day before.',
  })
  from: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day (截止日期); none where it has no end.',
  })
  until?: string | null;
}

@ArgsType()
export class SheetsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area of any level (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => SheetStateEnum, {
    defaultValue: 'PUBLISHED',
    description: 'Those that are out now, or the drafts of the area and of those inside it (状态).',
  })
  state: SheetState;
}
