import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Role } from '../../auth/actor';
import { type Day } from '../../shared/business-date';
import { RoleEnum } from './person.type';

@InputType('AppointStaffInput', {
  description: 'An appointment (任命). The same id and content may be sent again.',
})
export class AppointStaffInput {
  @Field(() => ID, {
    description: 'Id of the appointment, made by the client: UUID version 7 (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the person (人员编号), the subject of their token.' })
  person: string;

  @Field(() => RoleEnum, { description: 'Role (岗位): one below your own level.' })
  role: Role;

  @Field(() => ID, {
    description: 'Code of the area (区域编码), of the level that the role belongs to, within your own.',
  })
  area: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the department (部门编码) of that area; only for DEPARTMENT_STAFF.',
  })
  department?: string | null;

  @Field(() => String, {
    description: 'Name at work (工作姓名), shown to the public; at most 30 characters.',
  })
  workName: string;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone at work (工作电话), shown to the public; not a private one.',
  })
  workPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Link to a portrait (照片), with https, at most 200 characters.',
  })
  photoUrl?: string | null;

  @Field(() => GraphQLLocalDate, { description: 'First day (任期开始日), in Asia/Shanghai.' })
  from: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day (任期结束日), in Asia/Shanghai; none where no end is planned.',
  })
  to?: Day | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the appointment (被顶岗的任职) to the same post that this one covers; `to` is needed then.',
  })
  covers?: string | null;
}

@InputType('EndAppointmentInput', { description: 'The end of an appointment (免职), at once.' })
export class EndAppointmentInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the appointment (任职编号).' })
  appointment: string;

  @Field(() => String, { description: 'Why (原因), at most 500 characters.' })
  reason: string;
}

@InputType('AssignHouseholdsInput', {
  description: 'The whole set of a worker’s own fixed households (包户名单).',
})
export class AssignHouseholdsInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the worker’s appointment (任职编号).' })
  appointment: string;

  @Field(() => [ID], {
    description: 'Ids of the households (户编号), at most 200; they replace those before.',
  })
  households: string[];

  @Field(() => Int, {
    description:
      'Version of the set the user saw (所见版本), 0 for none; CONFLICT when it has changed since.',
  })
  expectedVersion: number;
}

@InputType('RevokeAccessInput', { description: 'Void all tokens of a person (令牌作废), at once.' })
export class RevokeAccessInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  person: string;

  @Field(() => String, { description: 'Why (原因), for instance a lost phone; at most 500 characters.' })
  reason: string;
}
