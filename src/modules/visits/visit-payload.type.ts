import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { Application, type SeenApplication } from '../applications/application.type';
import { Case } from '../cases/case.type';
import { FieldConflict } from '../intake/conflict.type';
import { Inspection, InspectionCase } from '../inspections/inspection.type';
import { type ItemStatus } from '../intake/item.rules';
import { ItemStatusEnum } from '../intake/item.type';
import { LogEntry } from '../logs/log-entry.type';
import { Resident } from '../residents/resident.type';
import { DueVisit } from './due.type';
import { type VisitPartKind } from './visit.rules';
import { Visit, VisitPartKindEnum } from './visit.type';

/** What is answered of anything that was brought home, as part of a visit or by itself. */
@ObjectType('BroughtHomeFacts', { simpleResolvers: true })
export abstract class BroughtHomeFacts {
  @Field(() => ID, { description: 'Its id (编号), as the client made it.' })
  id: string;

  @Field(() => ItemStatusEnum, { description: 'What became of it (结果).' })
  status: ItemStatus;

  @Field(() => Case, {
    nullable: true,
    description: 'The case it became or is about (事件), as it stands now.',
  })
  case?: Case | undefined;

  @Field(() => Resident, {
    nullable: true,
    description: 'The resident it was about (居民), as they stand now.',
  })
  resident?: Resident | undefined;

  @Field(() => LogEntry, { nullable: true, description: 'The note it became or is about (日志条目).' })
  entry?: LogEntry | undefined;

  @Field(() => Application, {
    nullable: true,
    description: 'The application it became or is about (办件), as it stands now.',
  })
  application?: SeenApplication | undefined;

  @Field(() => Inspection, { nullable: true, description: 'The inspection (场所巡查).' })
  inspection?: Inspection | undefined;

  @Field(() => [InspectionCase], {
    nullable: true,
    description: 'Of an inspection: the case that each failed item became (巡查问题).',
    // Few of what is brought home are inspections.
    complexity: ({ childComplexity }) => 1 + childComplexity,
  })
  findings?: readonly InspectionCase[] | undefined;

  @Field(() => FieldConflict, {
    nullable: true,
    description: 'Where it met another’s change of the same (冲突): both versions.',
  })
  conflict?: FieldConflict | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was taken in.' })
  userErrors: UserError[];
}

@ObjectType('VisitPartAnswer', {
  simpleResolvers: true,
  description: 'What became of one part of a visit (各项处理结果), in the order sent.',
})
export class VisitPartAnswer extends BroughtHomeFacts {
  @Field(() => VisitPartKindEnum, { description: 'What it was (类别).' })
  kind: VisitPartKind;
}

@ObjectType('SubmitVisitPayload', {
  simpleResolvers: true,
  description: 'What came of a visit (提交走访结果): of the visit itself, and of each part.',
})
export class SubmitVisitPayload {
  @Field(() => Visit, { nullable: true, description: 'The visit (走访).' })
  visit?: Visit | undefined;

  @Field(() => DueVisit, { nullable: true, description: 'When the household is due next (下次应访).' })
  next?: DueVisit | undefined;

  @Field(() => [VisitPartAnswer], {
    nullable: true,
    description:
      'What became of each part (各项处理结果); null when the visit was refused, and no part was done.',
  })
  parts?: VisitPartAnswer[] | undefined;

  @Field(() => [UserError], {
    description: 'Why the visit was refused (拒绝原因), with all its parts; empty when it was taken in.',
  })
  userErrors: UserError[];
}

@ObjectType('VisitTierPayload', {
  simpleResolvers: true,
  description: 'What came of setting how often a household is visited (调整结果).',
})
export class VisitTierPayload {
  @Field(() => DueVisit, { nullable: true, description: 'When the household is due now (下次应访).' })
  plan?: DueVisit | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
