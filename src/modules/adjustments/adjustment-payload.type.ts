import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { Adjustment } from './adjustment.type';
import { AdjustmentPreview } from './preview.type';

@ObjectType('AdjustmentPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on an adjustment (方案操作结果): the plan, or why it was refused.',
})
export class AdjustmentPayload {
  @Field(() => Adjustment, {
    nullable: true,
    description: 'The plan as it stands now (方案); null when refused.',
  })
  adjustment?: Adjustment | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('AdjustmentPreviewPayload', {
  simpleResolvers: true,
  description: 'What a plan would mean (方案预览结果), or why it would be refused.',
})
export class AdjustmentPreviewPayload {
  @Field(() => AdjustmentPreview, {
    nullable: true,
    description: 'What it would mean (预览); null when it would be refused.',
  })
  preview?: AdjustmentPreview | undefined;

  @Field(() => [UserError], { description: 'Why it would be refused (拒绝原因); empty when it would not.' })
  userErrors: UserError[];
}
