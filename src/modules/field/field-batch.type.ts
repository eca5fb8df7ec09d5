import { Field, Int, ObjectType } from 'type-graphql';
import { RecordLink } from '../../shared/record-link.type';
import { UserError } from '../../shared/user-error.type';
import { type ItemKind } from '../intake/item.rules';
import { ItemKindEnum } from '../intake/item.type';
import { Mediation } from '../mediation/mediation.type';
import { PatrolRound } from '../logs/log.type';
import { WorkPlan } from '../logs/work-plan.type';
import { HouseholdFile } from '../residents/household.type';
import { SheetFillType } from '../sheets/fill.type';
import { DueVisit } from '../visits/due.type';
import { Visit } from '../visits/visit.type';
import { BroughtHomeFacts, VisitPartAnswer } from '../visits/visit-payload.type';

@ObjectType('FieldItemAnswer', {
  simpleResolvers: true,
  description: 'What became of one item (单项处理结果).',
})
export class FieldItemAnswer extends BroughtHomeFacts {
  @Field(() => ItemKindEnum, {
    nullable: true,
    description: 'What it was (类别); null where it was not exactly one thing.',
  })
  kind?: ItemKind | undefined;

  @Field(() => RecordLink, { nullable: true, description: 'The record it made or is about (所涉记录).' })
  record?: RecordLink | undefined;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of that record that stands now (现有版本), of a filled sheet its revision: what the next edit is based on. Null where there are none.',
  })
  version?: number | undefined;

  @Field(() => Visit, { nullable: true, description: 'The visit (走访).' })
  visit?: Visit | undefined;

  @Field(() => DueVisit, { nullable: true, description: 'When the household is due next (下次应访).' })
  next?: DueVisit | undefined;

  @Field(() => [VisitPartAnswer], {
    nullable: true,
    description: 'Of a visit: what became of each part (各项处理结果).',
  })
  parts?: VisitPartAnswer[] | undefined;

  @Field(() => HouseholdFile, { nullable: true, description: 'The household (户), as it stands now.' })
  household?: HouseholdFile | undefined;

  @Field(() => WorkPlan, { nullable: true, description: 'The plan (工作计划), as it stands now.' })
  plan?: WorkPlan | undefined;

  @Field(() => PatrolRound, { nullable: true, description: 'The patrol round (巡查).' })
  round?: PatrolRound | undefined;

  @Field(() => SheetFillType, { nullable: true, description: 'What was filled in (填报).' })
  fill?: SheetFillType | undefined;

  @Field(() => Mediation, {
    nullable: true,
    description: 'The mediation record (调解记录), as far as you see it.',
  })
  mediation?: Mediation | undefined;
}

@ObjectType('FieldBatchPayload', {
  simpleResolvers: true,
  description: 'What came of a batch (外勤批次处理结果).',
})
export class FieldBatchPayload {
  @Field(() => [FieldItemAnswer], {
    nullable: true,
    description:
      'What became of each item (各事项处理结果), in the order sent; null when the whole was refused.',
  })
  answers?: FieldItemAnswer[] | undefined;

  @Field(() => [UserError], {
    description: 'Why the whole was refused (拒绝原因); empty when its items are answered.',
  })
  userErrors: UserError[];
}
