import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Author, type Change } from '../../shared/change';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { type Answer, type Answers } from './answer.rules';
import {
  SHEET_FILL_MOVE_NAMES,
  SHEET_FILL_STATES,
  SHEET_VERDICTS,
  type SheetFillMove,
  type SheetFillState,
} from './fill.machine';
import { type SheetFillFile, type SheetFillStep, type SheetFillSummary } from './fill.rules';
import { type SheetAttribute, type SheetSubject } from './sheet.rules';
import { SheetAttributeEnum, SheetSubjectEnum } from './sheet.type';

export const SheetFillStateEnum = enumOf(SHEET_FILL_STATES);
registerEnumType(SheetFillStateEnum, {
  name: 'SheetFillState',
  description: 'Where a filled sheet stands (填报状态).',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for a review (待审核).' },
    RETURNED: { description: 'Came back to be corrected, for a reason (已退回).' },
    ACCEPTED: { description: 'Is right, and what updates the record has (已通过).' },
  },
});

export const SheetFillMoveEnum = enumOf(SHEET_FILL_MOVE_NAMES);
registerEnumType(SheetFillMoveEnum, {
  name: 'SheetFillMove',
  description: 'What was done with a filled sheet (处理动作).',
  valuesConfig: {
    ACCEPT: { description: 'Accepted (通过).' },
    RETURN: { description: 'Returned for a reason (退回).' },
    CORRECT: { description: 'Answers were corrected (更正).' },
  },
});

export const SheetVerdictEnum = enumOf(SHEET_VERDICTS);
registerEnumType(SheetVerdictEnum, {
  name: 'SheetVerdict',
  description: 'How a review ends (审核结论).',
  valuesConfig: {
    ACCEPT: { description: 'It is right (通过).' },
    RETURN: { description: 'It is to be corrected, for a reason (退回).' },
  },
});

/** What every view of a filled sheet shows. */
@ObjectType('SheetFillFacts', { simpleResolvers: true })
export class SheetFillFacts implements SheetFillSummary {
  @Field(() => ID, { description: 'Id (填报编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the sheet (采集表编号).' })
  sheet: string;

  @Field(() => Int, { description: 'Version that was filled in (版本).' })
  version: number;

  @Field(() => SheetSubjectEnum, { description: 'What it is about (采集对象).' })
  kind: SheetSubject;

  @Field(() => ID, { description: 'Id of the resident or household (居民或户编号).' })
  subject: string;

  @Field(() => String, {
    description: 'The name of the resident, masked, or the address of the household (姓名已脱敏,或地址).',
  })
  of: string;

  @Field(() => ID, { description: 'Code of the courtyard at the time (填报时所在院落).' })
  area: string;

  @Field(() => SheetFillStateEnum, { description: 'Where it stands (状态).' })
  state: SheetFillState;

  @Field(() => Date, { description: 'When it was filled in (填报时间).' })
  filledAt: Date;

  @Field(() => String, { description: 'By whom (填报人).' })
  filledByName: string;
}

@ObjectType('SheetFillSummary', {
  simpleResolvers: true,
  description: 'A sheet that was filled in, as lists show it (采集结果).',
})
export class SheetFillSummaryType extends SheetFillFacts {}

export const SheetFillConnection = connectionOf(
  SheetFillSummaryType,
  'SheetFill',
  'filled sheets (采集结果)',
);
export type SheetFillConnection = InstanceType<typeof SheetFillConnection>;

@ObjectType('SheetFillPerson', { simpleResolvers: true, description: 'Who did something (办理人).' })
export class SheetFillPerson {
  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => String, { description: 'In which role (身份).' })
  role: string;
}

@ObjectType('SheetFillStep', {
  simpleResolvers: true,
  description:
    'Something that was done with a filled sheet (更正与审核记录): who changed which answer, from what.',
})
export class SheetFillStepType {
  @Field(() => Int, { description: 'The revision that it led to (修订次数).' })
  revision: number;

  @Field(() => SheetFillMoveEnum, { description: 'What was done (动作).' })
  move: SheetFillMove;

  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => SheetFillPerson, { description: 'By whom (办理人).' })
  by: Author;

  @Field(() => String, { nullable: true, description: 'Why it was returned (原因).' })
  reason?: string | undefined;

  @Field(() => GraphQLJSONObject, {
    description:
      'Which answers changed, by field, and what they were before (更正前内容); null where there was none, numbers masked.',
  })
  before: Readonly<Record<string, Answer | null>>;
}

@ObjectType('SheetFill', {
  simpleResolvers: true,
  description: 'A sheet that was filled in (采集结果), about one resident or household.',
})
export class SheetFillType extends SheetFillFacts implements SheetFillFile {
  @Field(() => Int, {
    description: 'How often it was changed (修订次数); give it with a correction or review.',
  })
  revision: number;

  @Field(() => GraphQLJSONObject, {
    description: 'The answers by field (答案), phone and identity numbers masked. Send no masked one back.',
  })
  answers: Answers;

  @Field(() => [SheetAttributeEnum], {
    description: 'What of the record it has updated (已更新的档案项); not what said so already.',
  })
  updated: readonly SheetAttribute[];

  @Field(() => Boolean, { description: 'Whether it is reviewed whenever its answers change (是否审核).' })
  reviewed: boolean;

  @Field(() => SheetFillPerson, { description: 'By whom (填报人).' })
  filledBy: Author;

  @Field(() => ID, { nullable: true, description: 'Id of the visit at which it was filled in (走访编号).' })
  visit?: string | undefined;

  sealed?: Uint8Array | undefined;
  updates: Readonly<Partial<Record<SheetAttribute, string>>>;
  answeredBy: string;
  changes: readonly Change[];
  steps: readonly SheetFillStep[];
}

@ObjectType('SheetFillPayload', {
  simpleResolvers: true,
  description: 'What came of filling in, correcting or reviewing a sheet (采集结果操作结果).',
})
export class SheetFillPayload {
  @Field(() => SheetFillType, {
    nullable: true,
    description: 'The filled sheet as it stands now (采集结果).',
  })
  fill?: SheetFillType | undefined;

  @Field(() => [UserError], {
    description:
      'Why it was refused (拒绝原因), one for each answer: its path is `answers.<field>`; empty when it was done.',
  })
  userErrors: UserError[];
}
