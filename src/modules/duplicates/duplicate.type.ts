import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Change } from '../../shared/change';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { Resident } from '../residents/resident.type';
import { DUPLICATE_STATES, type DuplicateState } from './duplicate.machine';
import { type Duplicate, DUPLICATE_REASONS, type DuplicateReason } from './duplicate.rules';

export const DuplicateStateEnum = enumOf(DUPLICATE_STATES);
registerEnumType(DuplicateStateEnum, {
  name: 'DuplicateState',
  description: 'Where a pair of records stands (疑似重复状态).',
  valuesConfig: {
    OPEN: { description: 'Somebody has to decide (待核实).' },
    SAME: { description: 'One person: the records were merged (同一人,已合并).' },
    DIFFERENT: { description: 'Two people (不是同一人).' },
    VOID: { description: 'Nothing speaks for it any more (已不再疑似).' },
  },
});

export const DuplicateReasonEnum = enumOf(DUPLICATE_REASONS);
registerEnumType(DuplicateReasonEnum, {
  name: 'DuplicateReason',
  description: 'Why two records may be of one person (疑似依据).',
  valuesConfig: {
    SAME_IDENTITY_NUMBER: { description: 'They have the same identity number (公民身份号码相同).' },
    SAME_PERSON_AND_ADDRESS: {
      description: 'Name, sex, birth date and address are the same (姓名、性别、出生日期和住址相同).',
    },
  },
});

export const DuplicateVerdictEnum = enumOf(['SAME', 'DIFFERENT'] as const);
registerEnumType(DuplicateVerdictEnum, {
  name: 'DuplicateVerdict',
  description: 'What a pair of records is (核实结论).',
  valuesConfig: {
    SAME: { description: 'One person: merge the records (同一人,合并).' },
    DIFFERENT: { description: 'Two people (不是同一人).' },
  },
});

/** What every view of a pair shows. */
@ObjectType('DuplicateFacts', { simpleResolvers: true })
class DuplicateFacts {
  @Field(() => ID, { description: 'Id of the pair (疑似重复编号).' })
  id: string;

  @Field(() => DuplicateStateEnum, { description: 'Where it stands (状态).' })
  state: DuplicateState;

  @Field(() => ID, { description: 'Code of the area that decides (核实区域编码): the smallest both lie in.' })
  area: string;

  @Field(() => [DuplicateReasonEnum], { description: 'Why they may be one person (疑似依据).' })
  reasons: readonly DuplicateReason[];

  @Field(() => [String], { description: 'The two names, masked (姓名,已脱敏), the older record first.' })
  maskedNames: readonly string[];

  @Field(() => Date, { description: 'When it was found (发现时间).' })
  foundAt: Date;
}

@ObjectType('Duplicate', {
  simpleResolvers: true,
  description: 'Two records that may be of one person (疑似重复), as a list shows them.',
})
export class DuplicateType extends DuplicateFacts implements Duplicate {
  version: number;
  changes: readonly Change[];
}

@ObjectType('DuplicateDecision', {
  simpleResolvers: true,
  description: 'What somebody decided about a pair (核实记录).',
})
export class DuplicateDecisionType {
  @Field(() => DuplicateStateEnum, { description: 'To which state it led (结论).' })
  state: DuplicateState;

  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => String, { description: 'By whom (办理人).' })
  by: string;
}

@ObjectType('DuplicateFile', {
  simpleResolvers: true,
  description: 'Two records that may be of one person (疑似重复核实), side by side.',
})
export class DuplicateFile extends DuplicateFacts {
  @Field(() => Int, { description: 'How often it was changed (版本).' })
  version: number;

  @Field(() => [Resident], {
    description: 'The two records (两份档案), the older one first; numbers masked.',
  })
  records: readonly Resident[];

  @Field(() => [DuplicateDecisionType], { description: 'What was decided (核实记录), the earliest first.' })
  decisions: readonly DuplicateDecisionType[];
}

export const DuplicateConnection = connectionOf(DuplicateType, 'Duplicate', 'pairs (疑似重复)');
export type DuplicateConnection = InstanceType<typeof DuplicateConnection>;

@ObjectType('DuplicatePayload', {
  simpleResolvers: true,
  description: 'What came of a decision on a pair (疑似重复核实结果).',
})
export class DuplicatePayload {
  @Field(() => DuplicateFile, { nullable: true, description: 'The pair as it stands now (疑似重复).' })
  duplicate?: DuplicateFile | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
