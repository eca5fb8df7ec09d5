import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { type Punctuality } from '../cases/case-clock.rules';
import { PunctualityEnum } from '../cases/case-clock.type';
import { EvidenceSlotInput } from '../evidence/evidence.input';
import { type Sex } from '../residents/resident.rules';
import { SexEnum } from '../residents/resident.type';
import { type ApplicationMove, type ApplicationState } from './application.machine';
import { type ConsentWay, type ContactWay, type Delivery } from './application.rules';
import {
  ApplicationMoveEnum,
  ApplicationStateEnum,
  ConsentWayEnum,
  ContactWayEnum,
  DeliveryEnum,
} from './application.type';

@InputType('ApplicationAnswerInput', { description: 'An answer to a question of the service (填写内容).' })
export class ApplicationAnswerInput {
  @Field(() => ID, { description: 'Code of the question (填写项代码).' })
  code: string;

  @Field(() => String, {
    description:
      'The answer (内容), at most 200 characters; no identity or phone numbers: the register has them.',
  })
  value: string;
}

@InputType('ApplicationConsentInput', {
  description: 'That the resident agreed to be applied for (委托代办授权).',
})
export class ApplicationConsentInput {
  @Field(() => ConsentWayEnum, { description: 'How (委托方式).' })
  way: ConsentWay;

  @Field(() => Date, { description: 'When (同意时间), at most 30 days ago.' })
  at: Date;
}

@InputType('BroughtMaterialInput', {
  description:
    'A material that is brought (提交材料): pictures or PDFs of it, or that its original was seen.',
})
export class BroughtMaterialInput {
  @Field(() => ID, { description: 'Code of the material (材料代码).' })
  code: string;

  @Field(() => [EvidenceSlotInput], {
    defaultValue: [],
    description: 'Pictures and PDFs to follow (材料照片、PDF), with the role DOCUMENT.',
  })
  evidence: EvidenceSlotInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'That you saw the original (已核验原件); not for a resident.',
  })
  seen: boolean;
}

@InputType('ApplicationCorrectionInput', {
  description:
    'What the register has wrong of what it filled in (更正自动填写信息). What is right is left out; where they live is corrected by the grid worker.',
})
export class ApplicationCorrectionInput {
  @Field(() => String, { description: 'What is wrong, or why (说明), 4 to 200 characters, without numbers.' })
  reason: string;

  @Field(() => String, { nullable: true, description: 'Name (姓名), as it should be.' })
  name?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (性别), as it should be.' })
  sex?: Sex | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Birth date (出生日期), as it should be.' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone (电话), as it should be; sealed at once.' })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number (公民身份号码), as it should be; sealed at once.',
  })
  identityNumber?: string | null;
}

@InputType('OpenApplicationInput', {
  description:
    'A new application (发起申请), a draft until it is submitted. The same id and content may be sent again.',
})
export class OpenApplicationInput {
  @Field(() => ID, { description: 'Id of the application, made by the client: UUID version 7 (办件编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the service (事项编号).' })
  service: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'For whom (居民编号), by a worker or at the counter, with `consent`; yourself when nobody is named.',
  })
  resident?: string | null;

  @Field(() => ApplicationConsentInput, {
    nullable: true,
    description: 'That the resident agreed (委托代办授权): for another, and only then.',
  })
  consent?: ApplicationConsentInput | null;

  @Field(() => ContactWayEnum, { description: 'How the resident is told (联系方式).' })
  contact: ContactWay;

  @Field(() => DeliveryEnum, { description: 'How the result comes to them (领取方式).' })
  delivery: Delivery;

  @Field(() => [ApplicationAnswerInput], { defaultValue: [], description: 'Answers (填写内容).' })
  answers: ApplicationAnswerInput[];

  @Field(() => ApplicationCorrectionInput, {
    nullable: true,
    description:
      'What is wrong of what was filled in (更正自动填写信息): a change of the record that is proposed, and decided by itself.',
  })
  corrections?: ApplicationCorrectionInput | null;

  @Field(() => [BroughtMaterialInput], {
    defaultValue: [],
    description: 'Materials that are there already (随附材料).',
  })
  materials: BroughtMaterialInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to submit it at once where nothing is missing (齐全即提交); else it stays a draft, and `missing` says why.',
  })
  submitWhenComplete: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the visit (走访编号) it came from; a part of a visit need not say it.',
  })
  visit?: string | null;
}

@InputType('AmendApplicationInput', {
  description: 'Materials and answers that are added (补充材料). The same id and content may be sent again.',
})
export class AmendApplicationInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the application (办件编号).' })
  application: string;

  @Field(() => Int, { description: 'Version as you saw it (版本号).' })
  expectedVersion: number;

  @Field(() => [ApplicationAnswerInput], {
    defaultValue: [],
    description: 'Answers (填写内容); each takes the place of the one before.',
  })
  answers: ApplicationAnswerInput[];

  @Field(() => [BroughtMaterialInput], { defaultValue: [], description: 'Materials (材料).' })
  materials: BroughtMaterialInput[];

  @Field(() => ApplicationCorrectionInput, {
    nullable: true,
    description:
      'What is wrong of what was filled in (更正自动填写信息): a change of the record that is proposed, and decided by itself.',
  })
  corrections?: ApplicationCorrectionInput | null;
}

@InputType('MoveApplicationInput', {
  description: 'What is done with an application (办理). The same id and content may be sent again.',
})
export class MoveApplicationInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the application (办件编号).' })
  application: string;

  @Field(() => Int, { description: 'Version as you saw it (版本号).' })
  expectedVersion: number;

  @Field(() => ApplicationMoveEnum, { description: 'What (办理动作): one of `availableMoves`.' })
  move: ApplicationMove;

  @Field(() => String, {
    nullable: true,
    description:
      'What is wrong, asked for or decided, and why (意见), at most 200 characters: with RETURN, ASK, APPROVE, REFUSE, REPLACE_RESULT, APPEAL, OVERTURN and UPHOLD; with FINISH_STEP and the others if there is something to say.',
  })
  text?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Codes of the materials that are asked for (要求补正的材料), with ASK: what was brought of them counts no more.',
  })
  materials: string[];

  @Field(() => Int, { nullable: true, description: 'Score (评分), 1 to 5, with RATE.' })
  score?: number | null;

  @Field(() => [EvidenceSlotInput], {
    defaultValue: [],
    description:
      'Pictures and PDFs of the result (结果文书), with APPROVE, OVERTURN and REPLACE_RESULT; role DOCUMENT. Each must have come before the result is handed over; none where it is on paper alone.',
  })
  evidence: EvidenceSlotInput[];
}

@ArgsType()
export class ApplicationsToHandleArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of a community, grid or courtyard (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => ApplicationStateEnum, {
    defaultValue: 'SUBMITTED',
    description: 'In which state (状态): SUBMITTED, SUPPLEMENT, ACCEPTED, READY or APPEALED.',
  })
  state: ApplicationState;

  @Field(() => PunctualityEnum, {
    nullable: true,
    description:
      'Only what stands so in its limit or in that of its step, whichever is the worse (时限状态), for instance what is over.',
  })
  limitState?: Punctuality | null;
}

@ArgsType()
export class ErrandsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the grid (网格编码); your own when none is named.',
  })
  area?: string | null;
}

@ArgsType()
export class MyApplicationsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of a family member for whom your account acts (家庭成员); without it, your own.',
  })
  resident?: string | null;
}
