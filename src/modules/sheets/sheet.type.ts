import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Change } from '../../shared/change';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type Text } from '../../shared/messages/text';
import { UserError } from '../../shared/user-error.type';
import {
  type Publication,
  SHEET_ATTRIBUTES,
  SHEET_FIELD_TYPES,
  SHEET_FILLERS,
  SHEET_STATES,
  SHEET_SUBJECTS,
  type SheetAttribute,
  type SheetChoice,
  type SheetCondition,
  type SheetField,
  type SheetFieldType,
  type SheetFiller,
  type SheetState,
  type SheetSubject,
  type SheetSummary,
  type SheetVersion,
} from './sheet.rules';

export const SheetFieldTypeEnum = enumOf(SHEET_FIELD_TYPES);
registerEnumType(SheetFieldTypeEnum, {
  name: 'SheetFieldType',
  description: 'What kind of answer a field takes (题型), and how it stands in the JSON of answers.',
  valuesConfig: {
    TEXT: { description: 'A text (文字): a string, without numbers of persons in it.' },
    NUMBER: { description: 'A number (数字).' },
    DATE: { description: 'A day (日期): `YYYY-MM-DD`.' },
    CHOICE: { description: 'One of the choices (单选): its value.' },
    CHOICES: { description: 'Some of the choices (多选): an array of their values.' },
    YES_NO: { description: 'Yes or no (是否): true or false.' },
    PHONE: { description: 'A phone number (电话); sealed at once, shown masked only.' },
    IDENTITY_NUMBER: {
      description: 'A citizen’s identity number (公民身份号码, GB 11643); sealed at once, shown masked only.',
    },
  },
});

export const SheetSubjectEnum = enumOf(SHEET_SUBJECTS);
registerEnumType(SheetSubjectEnum, {
  name: 'SheetSubject',
  description: 'What a sheet is about (采集对象).',
  valuesConfig: {
    RESIDENT: { description: 'A resident (居民).' },
    HOUSEHOLD: { description: 'A household (户).' },
  },
});

export const SheetFillerEnum = enumOf(SHEET_FILLERS);
registerEnumType(SheetFillerEnum, {
  name: 'SheetFiller',
  description: 'Who fills a sheet in (填写人).',
  valuesConfig: {
    WORKER: { description: 'A worker, at a visit (工作人员入户填写).' },
    RESIDENT: { description: 'The resident, in the portal (居民自行填写).' },
    EITHER: { description: 'Either of them (均可).' },
  },
});

export const SheetAttributeEnum = enumOf(SHEET_ATTRIBUTES);
registerEnumType(SheetAttributeEnum, {
  name: 'SheetAttribute',
  description: 'What of a record an answer updates (更新的档案项).',
  valuesConfig: {
    NAME: { description: 'Name of the resident (姓名); a TEXT.' },
    SEX: { description: 'Sex (性别); a CHOICE of values of `Sex`.' },
    BIRTH_DATE: { description: 'Birth date (出生日期); a DATE.' },
    KIND: { description: 'Kind of resident (人口类别); a CHOICE of values of `ResidentKind`.' },
    IDENTITY_NUMBER: { description: 'Identity number (公民身份号码).' },
    PHONE: { description: 'Phone (电话).' },
    HOUSEHOLD_KIND: { description: 'Kind of household (户类型); a CHOICE of values of `HouseholdKind`.' },
  },
});

export const SheetStateEnum = enumOf(SHEET_STATES);
registerEnumType(SheetStateEnum, {
  name: 'SheetState',
  description: 'Where a version of a sheet stands (采集表版本状态).',
  valuesConfig: {
    DRAFT: { description: 'Is still written at (草稿).' },
    PUBLISHED: { description: 'Is out, and never changes again (已发布).' },
  },
});

@ObjectType('SheetText', { simpleResolvers: true, description: 'A text in both languages (中英文文本).' })
export class SheetText implements Text {
  @Field(() => String, { description: 'In Chinese (中文).' })
  zh: string;

  @Field(() => String, { description: 'In English (英文).' })
  en: string;
}

@ObjectType('SheetChoice', { simpleResolvers: true, description: 'One of the values to choose from (选项).' })
export class SheetChoiceType implements SheetChoice {
  @Field(() => String, { description: 'Value (选项值), as it stands in answers.' })
  value: string;

  @Field(() => SheetText, { description: 'What it is called (选项名称).' })
  label: Text;
}

@ObjectType('SheetCondition', {
  simpleResolvers: true,
  description: 'That a question before was answered in a certain way (条件).',
})
export class SheetConditionType implements SheetCondition {
  @Field(() => String, { description: 'Id of that field (题目标识).' })
  field: string;

  @Field(() => [String], {
    description: 'One of these values (取值): of a CHOICE, among a CHOICES, `true` or `false` of a YES_NO.',
  })
  equals: readonly string[];
}

@ObjectType('SheetField', { simpleResolvers: true, description: 'A question of a sheet (采集项).' })
export class SheetFieldObject implements SheetField {
  @Field(() => String, {
    description: 'Id (标识): its key in the JSON of answers, the same in all versions.',
  })
  id: string;

  @Field(() => SheetText, { description: 'What it is called (名称).' })
  label: Text;

  @Field(() => SheetText, { nullable: true, description: 'What to know when answering (填写说明).' })
  hint?: Text | undefined;

  @Field(() => SheetFieldTypeEnum, { description: 'What kind of answer it takes (题型).' })
  type: SheetFieldType;

  @Field(() => Boolean, { description: 'Whether it must be answered wherever it is asked (必填).' })
  required: boolean;

  @Field(() => SheetConditionType, {
    nullable: true,
    description: 'When it is asked (显示条件); null where always. Not asked, it must not be answered.',
  })
  shownWhen?: SheetCondition | undefined;

  @Field(() => SheetConditionType, {
    nullable: true,
    description: 'When it must be answered although it is not `required` (必填条件).',
  })
  requiredWhen?: SheetCondition | undefined;

  @Field(() => [SheetChoiceType], {
    nullable: true,
    description: 'What to choose from (选项); null where there is nothing to choose.',
  })
  choices?: readonly SheetChoice[] | undefined;

  @Field(() => Float, { nullable: true, description: 'Least number (最小值).' })
  min?: number | undefined;

  @Field(() => Float, { nullable: true, description: 'Greatest number (最大值).' })
  max?: number | undefined;

  @Field(() => Boolean, { nullable: true, description: 'Whether the number is a whole one (整数).' })
  whole?: boolean | undefined;

  @Field(() => Int, { nullable: true, description: 'Least characters of a text (最少字数); null is 1.' })
  minLength?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'Most characters of a text (最多字数); null is 500.' })
  maxLength?: number | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'Pattern for the whole of a text (格式), a regular expression of ECMA-262 with the flag `u`.',
  })
  pattern?: string | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the day is today at the latest (不晚于今天).',
  })
  notInFuture?: boolean | undefined;

  @Field(() => SheetAttributeEnum, {
    nullable: true,
    description: 'What of the record the answer updates (更新的档案项).',
  })
  updates?: SheetAttribute | undefined;
}

@ObjectType('SheetPublication', {
  simpleResolvers: true,
  description: 'For which areas and when a version is out (发布范围和期限).',
})
export class SheetPublicationType implements Publication {
  @Field(() => [ID], { description: 'Codes of areas, each with everything inside it (区域).' })
  areas: readonly string[];

  @Field(() => GraphQLLocalDate, { description: 'First day (起始日期), in Shanghai.' })
  from: string;

  @Field(() => GraphQLLocalDate, {
    description:
      'Last day (截止日期); earlier than published once a later version takes its place. What comes 14 days late is taken.',
  })
  until: string;
}

/** What every view of a version shows. */
@ObjectType('SheetFacts', { simpleResolvers: true })
export class SheetFacts implements SheetSummary {
  @Field(() => ID, { description: 'Id of the sheet (采集表编号), the same for all its versions.' })
  id: string;

  @Field(() => Int, { description: 'Version (版本), from 1.' })
  version: number;

  @Field(() => String, { description: 'Key (标识), for instance `FLOATING_POPULATION`.' })
  key: string;

  @Field(() => SheetText, { description: 'Title (名称).' })
  title: Text;

  @Field(() => SheetSubjectEnum, { description: 'What it is about (采集对象).' })
  subject: SheetSubject;

  @Field(() => SheetFillerEnum, { description: 'Who fills it in (填写人).' })
  filledBy: SheetFiller;

  @Field(() => Boolean, { description: 'Whether what is filled in is reviewed (是否审核).' })
  review: boolean;

  @Field(() => ID, { description: 'Code of the area whose staff make it (所属区域).' })
  area: string;

  @Field(() => SheetStateEnum, { description: 'Whether it is a draft or out (状态).' })
  state: SheetState;

  @Field(() => SheetPublicationType, {
    nullable: true,
    description: 'For which areas and when it is out (发布范围和期限); null while it is a draft.',
  })
  publication?: Publication | undefined;
}

@ObjectType('SheetSummary', {
  simpleResolvers: true,
  description: 'A version of an information sheet as lists show it (信息采集表).',
})
export class SheetSummaryType extends SheetFacts {}

export const SheetSummaryConnection = connectionOf(SheetSummaryType, 'SheetSummary', 'sheets (信息采集表)');
export type SheetSummaryConnection = InstanceType<typeof SheetSummaryConnection>;

@ObjectType('Sheet', {
  simpleResolvers: true,
  description: 'A version of an information sheet (信息采集表), as a form needs it.',
})
export class SheetType extends SheetFacts implements SheetVersion {
  @Field(() => SheetText, { description: 'What it is for, and for how long answers are kept (说明).' })
  about: Text;

  @Field(() => [SheetFieldObject], {
    description: 'Its questions (采集项), in the order in which they are asked.',
  })
  fields: readonly SheetField[];

  @Field(() => Int, { description: 'How often the version was written (修订次数); give it with a change.' })
  revision: number;

  changes: readonly Change[];
}

@ObjectType('SheetPayload', {
  simpleResolvers: true,
  description: 'What came of writing or publishing a sheet (采集表操作结果).',
})
export class SheetPayload {
  @Field(() => SheetType, { nullable: true, description: 'The version as it stands now (采集表).' })
  sheet?: SheetType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
