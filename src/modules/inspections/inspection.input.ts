import { Field, ID, InputType, Int } from 'type-graphql';
import { GeoPointInput } from '../../shared/point.type';
import { EvidenceSlotInput } from '../evidence/evidence.input';
import { type InspectionResult } from './inspection.rules';
import { InspectionResultEnum } from './inspection.type';

@InputType('InspectionAnswerInput', { description: 'The answer to an item of a checklist (检查项结果).' })
export class InspectionAnswerInput {
  @Field(() => ID, { description: 'Code of the item (检查项编码); each item of the checklist once.' })
  item: string;

  @Field(() => InspectionResultEnum, { description: 'What it came to (结果).' })
  result: InspectionResult;

  @Field(() => String, {
    nullable: true,
    description: 'Note (说明), at most 200 characters and without numbers of persons.',
  })
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'With FAIL, and only then: id of the case that it becomes (事件编号), made by the client: UUID version 7, lower case.',
  })
  caseId?: string | null;

  @Field(() => [EvidenceSlotInput], {
    description:
      'With FAIL: pictures and videos to follow (取证材料); one with the role BEFORE where the item asks for it.',
    defaultValue: [],
  })
  evidence: EvidenceSlotInput[];
}

@InputType('SubmitInspectionInput', {
  description: 'An inspection with all its answers (提交巡查). The same id and content may be sent again.',
})
export class SubmitInspectionInput {
  @Field(() => ID, {
    description: 'Id of the inspection, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the premises (场所编号).' })
  premises: string;

  @Field(() => ID, { description: 'Code of the checklist (检查表编码), see `checklists`.' })
  checklist: string;

  @Field(() => Int, {
    description: 'The version that was filled in (检查表版本), also when a later one is out.',
  })
  version: number;

  @Field(() => Date, { description: 'When (巡查时间), by the phone; at most 30 days ago.' })
  at: Date;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where it was recorded (坐标点).' })
  point?: GeoPointInput | null;

  @Field(() => [InspectionAnswerInput], { description: 'An answer to every item (各检查项结果).' })
  answers: InspectionAnswerInput[];
}
