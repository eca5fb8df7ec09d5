import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { type Custodian } from '../cases/case.rules';
import { Case, CustodianType } from '../cases/case.type';
import { CaseCategory } from '../cases/category.type';
import { RoleEnum } from '../people/person.type';
import { type FindingStanding, type FindingState } from './finding.rules';
import { FindingStateEnum } from './finding-state.type';
import { INSPECTION_RESULTS, type InspectionResult } from './inspection.rules';

/** How many of each an inspection has, for the points of an operation. */
const USUAL = { answers: 6, findings: 3 } as const;

export const InspectionResultEnum = enumOf(INSPECTION_RESULTS);
registerEnumType(InspectionResultEnum, {
  name: 'InspectionResult',
  description: 'What an item of a checklist came to (检查结果).',
  valuesConfig: {
    PASS: { description: 'As it should be (合格).' },
    FAIL: { description: 'Not as it should be (不合格): a finding, and a case.' },
    NOT_APPLICABLE: { description: 'There is no such thing here (不适用).' },
  },
});

@ObjectType('InspectionAnswer', {
  simpleResolvers: true,
  description: 'The answer to an item of a checklist (检查项结果).',
})
export class InspectionAnswerType {
  @Field(() => ID, { description: 'Code of the item (检查项编码).' })
  item: string;

  @Field(() => String, { description: 'What was looked at (检查内容).' })
  title: string;

  @Field(() => InspectionResultEnum, { description: 'What it came to (结果).' })
  result: InspectionResult;

  @Field(() => String, { nullable: true, description: 'Note (说明).' })
  note?: string | undefined;
}

@ObjectType('InspectionFinding', {
  simpleResolvers: true,
  description: 'A finding (问题): an item that failed, and what becomes of it. It is worked on as a case.',
})
export class InspectionFinding implements FindingStanding {
  @Field(() => ID, { description: 'Id of the inspection (巡查编号).' })
  inspection: string;

  @Field(() => Date, { description: 'When it was found (发现时间).' })
  foundAt: Date;

  @Field(() => ID, { description: 'Code of the item (检查项编码).' })
  item: string;

  @Field(() => String, { description: 'What counts as failing (不合格情形).' })
  fails: string;

  @Field(() => String, { nullable: true, description: 'Note (说明).' })
  note?: string | undefined;

  @Field(() => CaseCategory, { description: 'Category of its case (事件类别).' })
  category: CaseCategory;

  @Field(() => ID, { description: 'Id of its case (事件编号): `case(id:)`, for whoever may see that.' })
  caseId: string;

  @Field(() => FindingStateEnum, { description: 'What becomes of it (问题状态).' })
  state: FindingState;

  @Field(() => Boolean, {
    description: 'Whether the item failed at the last inspection by this checklist too (屡查屡犯).',
  })
  repeated: boolean;

  @Field(() => CustodianType, {
    nullable: true,
    description: 'Who holds its case now (当前责任单位); null when that is ended.',
  })
  holder?: Custodian | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'By when its holder has to act (整改期限): the clock of its case; null when that is ended.',
  })
  rectifyBy?: Date | undefined;

  @Field(() => Date, { nullable: true, description: 'When it was last said to be put right (整改时间).' })
  rectifiedAt?: Date | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last decided on (处理决定时间): struck off, sent back, or dismissed.',
  })
  decidedAt?: Date | undefined;
}

@ObjectType('Inspection', {
  simpleResolvers: true,
  description:
    'An inspection of premises (巡查). Departments see of what failed only what is theirs to deal with.',
})
export class Inspection {
  @Field(() => ID, { description: 'Id (巡查编号), made by the client.' })
  id: string;

  @Field(() => ID, { description: 'Id of the premises (场所编号).' })
  premises: string;

  @Field(() => ID, { description: 'Code of the checklist (检查表编码).' })
  checklist: string;

  @Field(() => Int, { description: 'Its version (检查表版本).' })
  version: number;

  @Field(() => String, { description: 'Its name (检查表名称).' })
  name: string;

  @Field(() => Date, { description: 'When (巡查时间).' })
  at: Date;

  @Field(() => String, { description: 'Name of whoever made it (巡查人).' })
  by: string;

  @Field(() => RoleEnum, { description: 'Role (岗位) in which they made it.' })
  role: string;

  @Field(() => [InspectionAnswerType], {
    description: 'The answers (检查项结果), in the checklist’s order.',
    complexity: ({ childComplexity }) => 1 + USUAL.answers * childComplexity,
  })
  answers: readonly InspectionAnswerType[];

  @Field(() => [InspectionFinding], {
    description: 'What failed (问题), and what becomes of it.',
    complexity: ({ childComplexity }) => 1 + USUAL.findings * childComplexity,
  })
  findings: readonly InspectionFinding[];
}

export const InspectionConnection = connectionOf(Inspection, 'Inspection', 'inspections (巡查)');
export type InspectionConnection = InstanceType<typeof InspectionConnection>;

@ObjectType('FindingCount', {
  simpleResolvers: true,
  description: 'How often something was found at premises (问题统计).',
})
export class FindingCount {
  @Field(() => CaseCategory, { description: 'Category (类别).' })
  category: CaseCategory;

  @Field(() => Int, { description: 'Findings (问题数).' })
  count: number;

  @Field(() => Int, { description: 'Those of them that had failed the time before too (屡犯数).' })
  repeated: number;
}

@ObjectType('InspectionCase', {
  simpleResolvers: true,
  description: 'The case that a failed item became (问题转事件结果).',
})
export class InspectionCase {
  @Field(() => ID, { description: 'Code of the item (检查项编码).' })
  item: string;

  @Field(() => Case, { nullable: true, description: 'The case (事件); null when it was refused.' })
  case?: Case | undefined;

  @Field(() => [UserError], {
    description: 'Why the case was refused (拒绝原因); the inspection itself stands.',
  })
  userErrors: UserError[];
}

@ObjectType('SubmitInspectionPayload', {
  simpleResolvers: true,
  description: 'What came of an inspection (提交巡查结果).',
})
export class SubmitInspectionPayload {
  @Field(() => Inspection, { nullable: true, description: 'The inspection as it stands (巡查).' })
  inspection?: Inspection | undefined;

  @Field(() => [InspectionCase], {
    nullable: true,
    description: 'The cases of what failed (问题转事件结果), in the checklist’s order.',
  })
  cases?: InspectionCase[] | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was taken in.' })
  userErrors: UserError[];
}

@ObjectType('CaseFinding', {
  simpleResolvers: true,
  description: 'Where a case was found (巡查来源): at an inspection of premises.',
})
export class CaseFinding {
  @Field(() => ID, { description: 'Id of the inspection (巡查编号).' })
  inspection: string;

  @Field(() => ID, { description: 'Id of the premises (场所编号).' })
  premises: string;

  @Field(() => ID, { description: 'Code of the item that failed (检查项编码).' })
  item: string;
}
