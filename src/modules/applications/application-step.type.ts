import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { type Punctuality } from '../cases/case-clock.rules';
import { PunctualityEnum } from '../cases/case-clock.type';
import { CasePersonType } from '../cases/case.type';
import { type ServiceHandler } from '../services/service-item.rules';
import { ServiceHandlerEnum, StepDepartmentType } from '../services/service-item.type';
import { STEP_STATES, type StepState } from './application-step.rules';

export const StepStateEnum = enumOf(STEP_STATES);
registerEnumType(StepStateEnum, {
  name: 'ApplicationStepState',
  description: 'How a step of the service stands in an application (环节状态).',
  valuesConfig: {
    DONE: { description: 'Done (已办结).' },
    CURRENT: { description: 'It stands here (办理中); also while more is asked for.' },
    AHEAD: { description: 'Not begun yet (未开始).' },
    DROPPED: { description: 'Not done any more: the application was withdrawn (已终止).' },
  },
});

@ObjectType('ApplicationCurrentStep', {
  simpleResolvers: true,
  description: 'The step that an application stands at (当前环节).',
})
export class ApplicationCurrentStep {
  @Field(() => String, { description: 'Name (环节名称).' })
  name: string;

  @Field(() => ServiceHandlerEnum, { description: 'Who does it (办理单位层级).' })
  by: ServiceHandler;

  @Field(() => StepDepartmentType, {
    nullable: true,
    description: 'The department that does it (办理部门); null where its service names none.',
  })
  department?: StepDepartmentType | undefined;

  @Field(() => Date, {
    nullable: true,
    description:
      'When its limit ends (环节期限), by working days; null where the service names none, and while more is asked for.',
  })
  dueAt?: Date | undefined;

  @Field(() => PunctualityEnum, {
    nullable: true,
    description: 'Where it stands in its limit now (环节时限状态); null while none runs.',
  })
  limitState?: Punctuality | undefined;
}

@ObjectType('ApplicationStep', {
  simpleResolvers: true,
  description: 'A step of the service, as an application went through it (办理环节).',
})
export class ApplicationStepType {
  @Field(() => String, { description: 'Name (环节名称).' })
  name: string;

  @Field(() => ServiceHandlerEnum, {
    description:
      'Who does it (办理单位层级); what the district does without a department being named, the street enters.',
  })
  by: ServiceHandler;

  @Field(() => StepDepartmentType, {
    nullable: true,
    description: 'The department that does it (办理部门); null where its service names none.',
  })
  department?: StepDepartmentType | null | undefined;

  @Field(() => Int, { nullable: true, description: 'Working days it may take (办理时限，工作日).' })
  workingDays?: number | null | undefined;

  @Field(() => StepStateEnum, { description: 'How it stands (环节状态).' })
  state: StepState;

  @Field(() => Date, { nullable: true, description: 'When it began (开始时间); null while it is ahead.' })
  beganAt?: Date | undefined;

  @Field(() => Date, { nullable: true, description: 'When it was done (办结时间); null until then.' })
  endedAt?: Date | undefined;

  @Field(() => CasePersonType, { nullable: true, description: 'Who finished it (办结人), as in `history`.' })
  endedBy?: CasePersonType | undefined;

  @Field(() => String, { nullable: true, description: 'What was said when it was done (办结意见).' })
  text?: string | undefined;

  @Field(() => Date, {
    nullable: true,
    description:
      'By when it is to be done, or was (环节期限), by working days; null while it is ahead, where the service names no limit, and while more is asked for.',
  })
  dueAt?: Date | undefined;

  @Field(() => PunctualityEnum, {
    nullable: true,
    description: 'Where it stands in its limit, or stood when it was done (环节时限状态); null without one.',
  })
  limitState?: Punctuality | undefined;
}
