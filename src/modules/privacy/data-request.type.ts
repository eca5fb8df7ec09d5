import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { type Sex } from '../residents/resident.rules';
import { SexEnum } from '../residents/resident.type';
import { type CorrectedField, type ShownValues } from './correction.rules';
import { type Compared } from './correction.service';
import {
  DATA_REQUEST_DECISION_NAMES,
  DATA_REQUEST_STATES,
  type DataRequestState,
} from './data-request.machine';
import {
  DATA_REQUEST_KINDS,
  type DataRequest,
  type DataRequestKind,
  type DataRequestVerdict,
} from './data-request.rules';

export const DataRequestKindEnum = enumOf(DATA_REQUEST_KINDS);
registerEnumType(DataRequestKindEnum, {
  name: 'DataRequestKind',
  description: 'What a resident asks for (申请类型).',
  valuesConfig: {
    CORRECTION: { description: 'Correct what is on file (更正).' },
    DELETION: { description: 'Erase what is on file (删除).' },
  },
});

export const DataRequestStateEnum = enumOf(DATA_REQUEST_STATES);
registerEnumType(DataRequestStateEnum, {
  name: 'DataRequestState',
  description: 'Where a request stands (办理状态).',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for an answer (待办理).' },
    ACCEPTED: { description: 'Was done as asked (已同意).' },
    REFUSED: { description: 'Was not done, for a reason (不予同意).' },
  },
});

export const DataRequestDecisionEnum = enumOf(DATA_REQUEST_DECISION_NAMES);
registerEnumType(DataRequestDecisionEnum, {
  name: 'DataRequestDecision',
  description: 'How a request is decided (办理决定).',
  valuesConfig: {
    ACCEPT: { description: 'Do as asked (同意).' },
    REFUSE: { description: 'Do not, for a reason (不予同意).' },
  },
});

@ObjectType('DataRequestValues', {
  simpleResolvers: true,
  description: 'Fields of a record that a correction is about (更正项的登记内容); numbers are masked.',
})
export class DataRequestValues implements ShownValues {
  @Field(() => String, { nullable: true, description: 'Name (姓名).' })
  name?: string | undefined;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (性别).' })
  sex?: Sex | undefined;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Birth date (出生日期).' })
  birthDate?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Phone (电话), masked.' })
  maskedPhone?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Identity number (公民身份号码), masked.' })
  maskedIdentityNumber?: string | undefined;
}

@ObjectType('DataRequestTold', {
  simpleResolvers: true,
  description: 'What a request says (申请内容), as it should be; numbers are masked.',
})
export class DataRequestTold extends DataRequestValues {
  @Field(() => String, { description: 'What is wrong, or why (说明).' })
  text: string;
}

@ObjectType('DataRequestRegister', {
  simpleResolvers: true,
  description: 'What is on file where a correction would change it (更正项的登记情况).',
})
export class DataRequestRegister implements Compared {
  @Field(() => Int, { description: 'Version of the record (档案版本): give it as `recordVersion`.' })
  version: number;

  @Field(() => DataRequestValues, { description: 'When the correction was proposed (申请时的登记内容).' })
  was: DataRequestValues;

  @Field(() => DataRequestValues, { description: 'Now (当前登记内容).' })
  now: DataRequestValues;

  @Field(() => [String], { description: 'Fields that somebody has changed since (期间已变更的项目).' })
  changed: readonly CorrectedField[];
}

@ObjectType('DataRequestVerdict', {
  simpleResolvers: true,
  description: 'How a request was decided (办理结果).',
})
export class DataRequestVerdictType {
  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => String, { description: 'Why (理由).' })
  reason: string;

  @Field(() => String, { description: 'By whom (办理人).' })
  by: string;
}

@ObjectType('DataRequest', {
  simpleResolvers: true,
  description: 'A resident’s request about their own data (个人信息申请).',
})
export class DataRequestType implements DataRequest {
  @Field(() => ID, { description: 'Id (申请编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => String, { description: 'Name of the resident, masked (姓名,已脱敏).' })
  maskedName: string;

  @Field(() => DataRequestKindEnum, { description: 'What is asked for (申请类型).' })
  kind: DataRequestKind;

  @Field(() => [String], { description: 'Which fields should be corrected (更正字段).' })
  fields: readonly string[];

  @Field(() => DataRequestStateEnum, { description: 'Where it stands (办理状态).' })
  state: DataRequestState;

  @Field(() => Date, { description: 'When it was made (申请时间).' })
  submittedAt: Date;

  @Field(() => GraphQLLocalDate, { description: 'Last day for an answer (办理期限), in Shanghai.' })
  deadline: string;

  area: string;
  sealed?: Uint8Array | undefined;
  mark: string;
  origin?: DataRequest['origin'];
  basis?: number | undefined;
  decision?: DataRequestVerdict | undefined;
}

export const DataRequestConnection = connectionOf(DataRequestType, 'DataRequest', 'requests (个人信息申请)');
export type DataRequestConnection = InstanceType<typeof DataRequestConnection>;

@ObjectType('DataRequestPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a request (个人信息申请操作结果).',
})
export class DataRequestPayload {
  @Field(() => DataRequestType, { nullable: true, description: 'The request as it stands now (申请).' })
  request?: DataRequestType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
