import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { GeoPointInput } from '../../shared/point.type';
import { type VisitTier } from '../care/care.rules';
import { VisitTierEnum } from '../care/care.type';
import { OpenApplicationInput } from '../applications/application.input';
import { ReportCaseInput } from '../cases/case.input';
import { EvidenceSlotInput } from '../evidence/evidence.input';
import { SubmitInspectionInput } from '../inspections/inspection.input';
import { AddLogEntryInput } from '../logs/log-entry.input';
import {
  EndResidenceInput,
  MoveResidentInput,
  RegisterResidentInput,
  UpdateResidentInput,
} from '../residents/resident.input';
import { VisitOutcomeEnum } from './visit.type';
import { type VisitOutcome } from './visit-plan.rules';

@InputType('VisitPartInput', {
  description: 'Something that a visit brought home (走访所获): exactly one of these things.',
})
export class VisitPartInput {
  @Field(() => [ID], {
    description:
      'Ids of earlier requests of this device on the same record, made since the version that this one names and not yet answered when it was made (此前未获答复的本人修改): what they did is no conflict with it. Leave out those that were refused or collided: it would wait for them.',
    defaultValue: [],
  })
  after: string[];

  @Field(() => RegisterResidentInput, {
    nullable: true,
    description: 'Somebody to put on file (新登记居民).',
  })
  newResident?: RegisterResidentInput | null;

  @Field(() => UpdateResidentInput, {
    nullable: true,
    description: 'What has changed about somebody (更新居民信息).',
  })
  residentUpdate?: UpdateResidentInput | null;

  @Field(() => MoveResidentInput, { nullable: true, description: 'Somebody has moved in (迁入).' })
  residentMove?: MoveResidentInput | null;

  @Field(() => EndResidenceInput, { nullable: true, description: 'Somebody has left (离开).' })
  residenceEnd?: EndResidenceInput | null;

  @Field(() => ReportCaseInput, {
    nullable: true,
    description:
      'Something that must be dealt with (事件); without a place it is at the door that was visited.',
  })
  case?: ReportCaseInput | null;

  @Field(() => AddLogEntryInput, {
    nullable: true,
    description:
      'A need, a wish, an errand or anything else for the work log (日志条目); it is about the household that was visited, at that time, where it does not say otherwise.',
  })
  note?: AddLogEntryInput | null;

  @Field(() => SubmitInspectionInput, {
    nullable: true,
    description:
      'An inspection of premises (场所巡查), at a visit of a shop in the building for instance; each item that failed becomes a case.',
  })
  inspection?: SubmitInspectionInput | null;

  @Field(() => OpenApplicationInput, {
    nullable: true,
    description:
      'A service request (服务申请): an application for a resident of the household that was visited, who agreed. An errand that is no service (跑腿代办) is a note.',
  })
  application?: OpenApplicationInput | null;
}

@InputType('SubmitVisitInput', {
  description:
    'A visit and all that it brought home (提交走访): grab it all, divide it at home. The same id and content may be sent again.',
})
export class SubmitVisitInput {
  @Field(() => ID, {
    description: 'Id of the visit, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => Date, { description: 'When (走访时间), by the phone; at most 30 days ago.' })
  at: Date;

  @Field(() => VisitOutcomeEnum, { description: 'What it came to (结果).' })
  outcome: VisitOutcome;

  @Field(() => [ID], {
    description: 'Ids of the residents who were met (见到的居民), where the outcome is MET.',
    defaultValue: [],
  })
  met: string[];

  @Field(() => GeoPointInput, { nullable: true, description: 'Where it was recorded (坐标点).' })
  point?: GeoPointInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be noted (备注), at most 2,000 characters and without numbers of persons.',
  })
  note?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'When to come again, as agreed (约定再访日期); else it follows from the tier and the outcome.',
  })
  nextOn?: string | null;

  @Field(() => [EvidenceSlotInput], {
    description: 'Pictures of the visit to follow (走访照片).',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];

  @Field(() => [VisitPartInput], {
    description: 'What else it brought home (所获各项), at most 20; each is answered by itself.',
    defaultValue: [],
  })
  parts: VisitPartInput[];
}

@InputType('SetVisitTierInput', { description: 'How often a household is to be visited (调整走访频次).' })
export class SetVisitTierInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => VisitTierEnum, {
    nullable: true,
    description: 'Tier (频次); null: as usual, GENERAL, or VACANT where nobody lives.',
  })
  tier?: VisitTier | null;
}
