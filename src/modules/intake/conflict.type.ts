import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { RecordLink } from '../../shared/record-link.type';
import { UserError } from '../../shared/user-error.type';
import { CONFLICT_STATES, type Conflict, type ConflictState } from './conflict.rules';
import { type ItemKind } from './item.rules';
import { ItemKindEnum } from './item.type';

export const ConflictStateEnum = enumOf(CONFLICT_STATES);
registerEnumType(ConflictStateEnum, {
  name: 'FieldConflictState',
  description: 'How a conflict stands (冲突状态).',
  valuesConfig: {
    OPEN: { description: 'To be decided (待处理).' },
    MINE: { description: 'What was sent was written over what stood (采用提交版本).' },
    THEIRS: { description: 'What stands was left as it is (保留现有版本).' },
  },
});

@ObjectType('FieldConflictPerson', { simpleResolvers: true, description: 'Who sent or decided (相关人员).' })
export class FieldConflictPerson {
  @Field(() => String, { description: 'Name (姓名).' })
  name: string;
}

/** What every view of a conflict shows. */
@ObjectType('FieldConflictFacts', { simpleResolvers: true })
class FieldConflictFacts {
  @Field(() => ID, { description: 'Id of the item that was sent (事项编号).' })
  id: string;

  @Field(() => ItemKindEnum, { description: 'What was sent (事项类别).' })
  kind: ItemKind;

  @Field(() => RecordLink, { description: 'Which record it is about (所涉记录).' })
  record: RecordLink;

  @Field(() => FieldConflictPerson, { description: 'Who sent it (提交人).' })
  by: FieldConflictPerson;

  @Field(() => Date, { description: 'When it arrived (收到时间).' })
  keptAt: Date;

  @Field(() => ConflictStateEnum, { description: 'How it stands (状态).' })
  state: ConflictState;
}

@ObjectType('FieldConflictSummary', {
  simpleResolvers: true,
  description: 'A conflict (冲突) as lists show it.',
})
export class FieldConflictSummary extends FieldConflictFacts {}

export const FieldConflictConnection = connectionOf(
  FieldConflictSummary,
  'FieldConflictSummary',
  'conflicts (冲突)',
);
export type FieldConflictConnection = InstanceType<typeof FieldConflictConnection>;

@ObjectType('FieldDifference', {
  simpleResolvers: true,
  description: 'A field that was sent otherwise than it stands (差异).',
})
export class FieldDifference {
  @Field(() => String, { description: 'Name of the field in the input (字段).' })
  field: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'As it was sent (提交值); numbers masked.' })
  sent: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'As it stands (现有值); numbers masked.' })
  standing: unknown;
}

/** Both sides of a conflict, as they are now. */
export interface Comparison {
  readonly sent: Record<string, unknown>;
  readonly version?: number | undefined;
  readonly differences: FieldDifference[];
}

@ObjectType('FieldConflictSides', {
  simpleResolvers: true,
  description: 'Both versions (两个版本): what was sent, and what stands now.',
})
export class FieldConflictSides implements Comparison {
  @Field(() => GraphQLJSONObject, {
    description: 'What was sent (提交内容), as the input of its mutation; numbers masked.',
  })
  sent: Record<string, unknown>;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record that stands (现有版本); pass it as `seenVersion` to decide.',
  })
  version?: number | undefined;

  @Field(() => [FieldDifference], {
    description: 'Where the two differ (差异); empty where they cannot be laid side by side.',
  })
  differences: FieldDifference[];
}

@ObjectType('FieldConflict', {
  simpleResolvers: true,
  description:
    'Something that was sent and met another’s change of the same (冲突): both versions are kept until a person decides.',
})
export class FieldConflict extends FieldConflictFacts implements Conflict {
  /** Not in the schema. */
  area?: Conflict['area'];
  what?: Conflict['what'];
  sealed: Conflict['sealed'];
  mark: Conflict['mark'];
  settled?: Conflict['settled'];
  override by: FieldConflictPerson & Conflict['by'];
}

@ObjectType('ResolveConflictPayload', {
  simpleResolvers: true,
  description: 'What came of deciding a conflict (处理冲突结果).',
})
export class ResolveConflictPayload {
  @Field(() => FieldConflict, { nullable: true, description: 'The conflict as it stands now (冲突).' })
  conflict?: FieldConflict | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
