import { Field, ID, InputType } from 'type-graphql';
import { DuplicateVerdictEnum } from './duplicate.type';

@InputType('UndoMergeInput', { description: 'That two records are of two people after all (撤销合并).' })
export class UndoMergeInput {
  @Field(() => ID, { description: 'Id of this decision, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the pair (疑似重复编号).' })
  duplicate: string;
}

@InputType('DecideDuplicateInput', {
  description: 'Whether two records are of one person (核实疑似重复).',
})
export class DecideDuplicateInput extends UndoMergeInput {
  @Field(() => DuplicateVerdictEnum, { description: 'What they are (结论).' })
  verdict: 'SAME' | 'DIFFERENT';

  @Field(() => ID, {
    nullable: true,
    description:
      'Of one person: id of the record that goes on (保留的居民编号); the older one when it is left out. It is completed by what only the other one knows.',
  })
  keep?: string | null;
}
