import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { PageArgs } from '../../shared/connection.type';

/** How a conflict can be decided. */
export const CONFLICT_CHOICES = ['MINE', 'THEIRS'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];
export const ConflictChoiceEnum = enumOf(CONFLICT_CHOICES);
registerEnumType(ConflictChoiceEnum, {
  name: 'ConflictChoice',
  description: 'How a conflict is decided (处理方式).',
  valuesConfig: {
    MINE: { description: 'What was sent is written over what stands (采用提交版本).' },
    THEIRS: { description: 'What stands stays (保留现有版本).' },
  },
});

@InputType('ResolveConflictInput', { description: 'A decision on a conflict (处理冲突).' })
export class ResolveConflictInput {
  @Field(() => ID, {
    description: 'Id of this decision, made by the client: UUID version 7 (本次操作编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the conflict (冲突编号): that of the item.' })
  conflict: string;

  @Field(() => ConflictChoiceEnum, { description: 'Which version (采用哪个版本).' })
  choice: ConflictChoice;

  @Field(() => Int, {
    nullable: true,
    description:
      'For MINE: the version of the record that was seen beside it (所见版本); when it has moved on since, look again.',
  })
  seenVersion?: number | null;
}

@ArgsType()
export class FieldConflictsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Code of a community you look after (社区编码): what nobody has decided there yet. Your own where none is named.',
  })
  area?: string | null;
}
