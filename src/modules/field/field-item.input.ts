import { Field, ID, InputType } from 'type-graphql';
import { AmendApplicationInput, MoveApplicationInput } from '../applications/application.input';
import {
  AcceptCaseInput,
  AddCaseEvidenceInput,
  EscalateCaseInput,
  InspectCaseInput,
  ReportBackCaseInput,
  ReturnCaseInput,
  SolveCaseInput,
} from '../cases/case.input';
import { ChangeLogEntryInput } from '../logs/log-entry.input';
import { EndRoundInput, PlanWorkInput, SettlePlanInput, StartRoundInput } from '../logs/work-plan.input';
import { RecordMediationFollowUpInput, RecordMediationInput } from '../mediation/mediation.input';
import { PutBuildingInput, PutCourtyardInput, PutDwellingInput } from '../places/courtyard.input';
import { PutFacilityInput } from '../places/facility.input';
import { PutOrganisationInput } from '../places/organisation.input';
import { PutPremisesInput } from '../places/premises.input';
import { RegisterHouseholdInput } from '../residents/household.input';
import { FillSheetInput } from '../sheets/fill.input';
import { SetVisitTierInput, SubmitVisitInput, VisitPartInput } from '../visits/visit.input';

@InputType('FieldItemInput', {
  description: 'Something that was made in the field (外勤事项): exactly one thing, with an id of its own.',
})
export class FieldItemInput extends VisitPartInput {
  @Field(() => ID, {
    description:
      'Id of this item, made by the client: UUID version 7, lower case (事项编号). Where what it carries has an id for its request, the same one.',
  })
  id: string;

  @Field(() => SubmitVisitInput, {
    nullable: true,
    description: 'A visit with all that it brought home (走访).',
  })
  visit?: SubmitVisitInput | null;

  @Field(() => SetVisitTierInput, {
    nullable: true,
    description: 'How often a household is to be visited (走访频次).',
  })
  visitTier?: SetVisitTierInput | null;

  @Field(() => RegisterHouseholdInput, {
    nullable: true,
    description: 'A household to put on file (新登记户).',
  })
  newHousehold?: RegisterHouseholdInput | null;

  @Field(() => SolveCaseInput, { nullable: true, description: 'A case solved on the spot (自办自结).' })
  caseSolve?: SolveCaseInput | null;

  @Field(() => EscalateCaseInput, { nullable: true, description: 'A case to escalate (上报上级).' })
  caseEscalate?: EscalateCaseInput | null;

  @Field(() => AcceptCaseInput, { nullable: true, description: 'A case to accept (接收).' })
  caseAccept?: AcceptCaseInput | null;

  @Field(() => ReturnCaseInput, { nullable: true, description: 'A case to return (退回).' })
  caseReturn?: ReturnCaseInput | null;

  @Field(() => ReportBackCaseInput, {
    nullable: true,
    description: 'What was done about a case (处置反馈).',
  })
  caseReportBack?: ReportBackCaseInput | null;

  @Field(() => InspectCaseInput, {
    nullable: true,
    description: 'What was found of the result of a case on the spot (现场核查).',
  })
  caseInspect?: InspectCaseInput | null;

  @Field(() => AddCaseEvidenceInput, {
    nullable: true,
    description: 'More evidence on a case (补充取证材料).',
  })
  caseEvidence?: AddCaseEvidenceInput | null;

  @Field(() => ChangeLogEntryInput, { nullable: true, description: 'A change of a note (修改日志条目).' })
  noteChange?: ChangeLogEntryInput | null;

  @Field(() => PlanWorkInput, { nullable: true, description: 'Work that is planned (工作计划).' })
  plan?: PlanWorkInput | null;

  @Field(() => SettlePlanInput, { nullable: true, description: 'What became of a plan (处理计划).' })
  planSettlement?: SettlePlanInput | null;

  @Field(() => StartRoundInput, {
    nullable: true,
    description: 'The beginning of a patrol round (巡查开始).',
  })
  roundStart?: StartRoundInput | null;

  @Field(() => EndRoundInput, { nullable: true, description: 'The end of a patrol round (巡查结束).' })
  roundEnd?: EndRoundInput | null;

  @Field(() => FillSheetInput, { nullable: true, description: 'A sheet as it was filled in (采集表填报).' })
  sheetFill?: FillSheetInput | null;

  @Field(() => PutCourtyardInput, { nullable: true, description: 'Profile of a courtyard (院落档案).' })
  courtyard?: PutCourtyardInput | null;

  @Field(() => PutBuildingInput, { nullable: true, description: 'A building (楼栋).' })
  building?: PutBuildingInput | null;

  @Field(() => PutDwellingInput, { nullable: true, description: 'A dwelling (房屋).' })
  dwelling?: PutDwellingInput | null;

  @Field(() => PutOrganisationInput, { nullable: true, description: 'An organisation (单位).' })
  organisation?: PutOrganisationInput | null;

  @Field(() => PutPremisesInput, { nullable: true, description: 'Premises (场所).' })
  premises?: PutPremisesInput | null;

  @Field(() => PutFacilityInput, { nullable: true, description: 'A facility (部件).' })
  facility?: PutFacilityInput | null;

  @Field(() => AmendApplicationInput, {
    nullable: true,
    description: 'Materials and answers for an application (补充材料).',
  })
  applicationAmendment?: AmendApplicationInput | null;

  @Field(() => MoveApplicationInput, {
    nullable: true,
    description: 'An application to submit, or whose result was brought (办件办理).',
  })
  applicationMove?: MoveApplicationInput | null;

  @Field(() => RecordMediationInput, {
    nullable: true,
    description: 'A session of mediation, with what was agreed (调解登记).',
  })
  mediation?: RecordMediationInput | null;

  @Field(() => RecordMediationFollowUpInput, {
    nullable: true,
    description: 'What a follow-up of an agreement found (调解回访).',
  })
  mediationFollowUp?: RecordMediationFollowUpInput | null;
}

@InputType('SubmitFieldBatchInput', {
  description: 'What was made in the field, brought home together (提交外勤批次).',
})
export class SubmitFieldBatchInput {
  @Field(() => [FieldItemInput], {
    description:
      'The items (各事项), at most 100, in any order: one that mentions what another of them makes waits for it.',
  })
  items: FieldItemInput[];
}
