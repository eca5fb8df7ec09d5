import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { GeoPointInput } from '../../shared/point.type';
import { EvidenceSlotInput } from '../evidence/evidence.input';
import { type Urgency } from './case.rules';
import { type CaseSource } from './case-source.rules';
import { CaseSourceEnum } from './case-source.type';
import { type CaseMove, type CaseState } from './case.machine';
import { type Punctuality } from './case-clock.rules';
import { PunctualityEnum } from './case-clock.type';
import { CaseMoveEnum, CaseStateEnum } from './case-state.type';
import { UrgencyEnum } from './case.type';

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the area or department (责任单位编码); your first duty when none is named.',
  })
  holder?: string | null;

  @Field(() => PunctualityEnum, {
    nullable: true,
    description: 'Only what stands so in its limit (时限状态), for instance what is over.',
  })
  punctuality?: Punctuality | null;

  @Field(() => [CaseStateEnum], {
    nullable: true,
    description:
      'Only what is in one of these states (状态): REPORTED is to be taken on, HANDLED to be checked, SUSPENDED the pool of problems (挂账库).',
  })
  states?: CaseState[] | null;
}

@InputType('PlaceInput', {
  description: 'Where something is (位置): a point, or the code of a grid or courtyard.',
})
export class PlaceInput {
  @Field(() => GeoPointInput, { nullable: true, description: 'Point (坐标点); the grid is found from it.' })
  point?: GeoPointInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a grid or courtyard (网格或院落编码); wins over the point.',
  })
  area?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address in words (地址描述), at most 200 characters.',
  })
  address?: string | null;
}

@InputType('ReportCaseInput', {
  description: 'A report of a case (上报事件). The same id and content may be sent again.',
})
export class ReportCaseInput {
  @Field(() => ID, {
    description: 'Id of the case, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Code of the category (类别编码), see `caseCategories`.' })
  category: string;

  @Field(() => String, { description: 'What was seen (事件描述), at most 2,000 characters.' })
  text: string;

  @Field(() => PlaceInput, { description: 'Where (位置).' })
  place: PlaceInput;

  @Field(() => UrgencyEnum, {
    nullable: true,
    description: 'Urgency (紧急程度); what is usual in the category (类别默认) when nothing is said.',
  })
  urgency?: Urgency | null;

  @Field(() => CaseSourceEnum, {
    nullable: true,
    description:
      'From where it came to be known (来源), by staff who take in what others said: HOTLINE or HANDED_DOWN. All else follows from who reports.',
  })
  source?: CaseSource | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The number it has there (来源编号), of a hotline’s ticket always: 1 to 40 capital letters, digits and hyphens. A number is taken in once.',
  })
  reference?: string | null;

  @Field(() => [EvidenceSlotInput], {
    description: 'Pictures and videos to follow (取证材料).',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];
}

@InputType('MoveInput')
class MoveInput {
  @Field(() => ID, {
    description: 'Id of this move, made by the client: UUID version 7 (操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version the user saw (所见版本); CONFLICT when the case has moved since.',
  })
  expectedVersion?: number | null;
}

@InputType('ReasonedMoveInput')
class ReasonedMoveInput extends MoveInput {
  @Field(() => String, { description: 'Why, or what was done (说明), at most 2,000 characters.' })
  text: string;
}

@InputType('SolveCaseInput', { description: 'Solve on the spot (自办自结).' })
export class SolveCaseInput extends ReasonedMoveInput {
  @Field(() => [EvidenceSlotInput], {
    description: 'Pictures and videos to follow (取证材料).',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];
}

@InputType('EscalateCaseInput', { description: 'Escalate one level up (上报).' })
export class EscalateCaseInput extends ReasonedMoveInput {}

@InputType('DispatchCaseInput', { description: 'Dispatch to a department (派遣).' })
export class DispatchCaseInput extends MoveInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the department (部门编码), see `departments`; whoever leads by its route when none is named, see `Case.route`.',
  })
  department?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is asked of it (派遣说明), at most 2,000 characters.',
  })
  text?: string | null;
}

@InputType('AcceptCaseInput', { description: 'Accept what was dispatched (接收).' })
export class AcceptCaseInput extends MoveInput {}

@InputType('ReturnCaseInput', { description: 'Return to the sender, with a reason (退回).' })
export class ReturnCaseInput extends ReasonedMoveInput {}

@InputType('ReportBackCaseInput', { description: 'Report back what was done (处置反馈).' })
export class ReportBackCaseInput extends ReasonedMoveInput {
  @Field(() => [EvidenceSlotInput], {
    description:
      'Pictures and videos to follow (取证材料); with those already there, at least one has the role AFTER.',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];
}

@InputType('CloseCaseInput', { description: 'Verify and close (核查结案).' })
export class CloseCaseInput extends MoveInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the check found (核查意见), at most 2,000 characters.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'That the closing condition of its category is met (确认符合结案条件): not closed without. See `closingCondition`.',
  })
  conditionMet?: boolean | null;
}

@InputType('InspectCaseInput', { description: 'Look at the result on the spot (现场核查).' })
export class InspectCaseInput extends ReasonedMoveInput {
  @Field(() => Boolean, {
    description:
      'Whether the closing condition of its category is met (是否符合结案条件), see `closingCondition`.',
  })
  conditionMet: boolean;

  @Field(() => [EvidenceSlotInput], {
    description: 'Pictures and videos to follow (取证材料).',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];
}

@InputType('SendBackCaseInput', { description: 'Send back after a failed check (核查退回).' })
export class SendBackCaseInput extends ReasonedMoveInput {}

@InputType('CasePartInput', {
  description: 'A part of a case for a department that helps (协办事项).',
})
export class CasePartInput {
  @Field(() => ID, {
    description:
      'Id of the part, made by the client: UUID version 7, lower case (客户端生成的编号). It is a case of its own.',
  })
  id: string;

  @Field(() => ID, { description: 'Code of the department that helps (协办部门编码).' })
  department: string;

  @Field(() => String, { description: 'What is asked of it (协办事项), at most 200 characters.' })
  text: string;
}

@InputType('MoveCaseInput', {
  description: 'Any move of a case (事件操作): what it needs, `availableActions` says; all else is left out.',
})
export class MoveCaseInput extends MoveInput {
  @Field(() => CaseMoveEnum, { description: 'The move (操作).' })
  move: CaseMove;

  @Field(() => String, {
    nullable: true,
    description: 'Why, or what was done (说明), at most 2,000 characters.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the department (部门编码), see `departments`.' })
  department?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the case that this one is merged into (并入的事件编号).',
  })
  into?: string | null;

  @Field(() => [CasePartInput], {
    nullable: true,
    description:
      'The parts for the departments that help (协办事项), at most 9; `department` is the one that leads (主办).',
  })
  parts?: CasePartInput[] | null;

  @Field(() => Date, { nullable: true, description: 'Until when more time is asked for (延长至).' })
  until?: Date | null;

  @Field(() => Int, { nullable: true, description: 'How content the reporter is (评分), from 1 to 5.' })
  score?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'That the closing condition of its category is met (确认符合结案条件); of INSPECT, whether it was found so.',
  })
  conditionMet?: boolean | null;

  @Field(() => [EvidenceSlotInput], {
    description: 'Pictures and videos to follow (取证材料).',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];
}

@InputType('AddCaseEvidenceInput', { description: 'Open slots for more evidence on a case (补充取证材料).' })
export class AddCaseEvidenceInput {
  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => [EvidenceSlotInput], { description: 'Pictures and videos to follow (取证材料).' })
  evidence: EvidenceSlotInput[];
}
