import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('LegalHoldStep', {
  simpleResolvers: true,
  description: 'A legal hold that was set or lifted (证据保全记录).',
})
export class LegalHoldStep {
  @Field(() => Boolean, { description: 'Set or lifted (设置或解除).' })
  on: boolean;

  @Field(() => String, { description: 'Why (理由).' })
  reason: string;

  @Field(() => ID, { description: 'Id of the person (操作人编号).' })
  by: string;

  @Field(() => String, { description: 'Name of the person (操作人姓名).' })
  name: string;

  @Field(() => Date, { description: 'When (时间).' })
  at: Date;
}

@ObjectType('LegalHold', {
  simpleResolvers: true,
  description:
    'That the files of a record must not be removed, whatever else is due (证据保全): the store refuses it too.',
})
export class LegalHold {
  @Field(() => Boolean, { description: 'Whether it stands (是否生效).' })
  on: boolean;

  @Field(() => [LegalHoldStep], { description: 'All that was done about it (经过), oldest first.' })
  steps: LegalHoldStep[];

  /** Partition key of its record. */
  owner: string;
  version: number;
}
