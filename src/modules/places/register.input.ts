import { Field, InputType, Int } from 'type-graphql';

@InputType('PutInput')
export abstract class PutInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'Version the user saw (所见版本); none for a new entry. CONFLICT when it has been changed since, or is there already.',
  })
  expectedVersion?: number | null;
}
