import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type Role } from '../../auth/actor';
import { type Day } from '../../shared/business-date';
import { connectionOf } from '../../shared/connection.type';
import { UserError } from '../../shared/user-error.type';
import { RoleEnum } from './person.type';

@ObjectType('StaffMember', {
  simpleResolvers: true,
  description: 'Somebody on the staff of an area (工作人员), in one appointment, as lists show it.',
})
export class StaffMember {
  @Field(() => ID, { description: 'Id of the appointment (任职编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the person (人员编号), the subject of their token.' })
  person: string;

  @Field(() => RoleEnum, { description: 'Role (岗位).' })
  role: Role;

  @Field(() => ID, { description: 'Code of the area (区域) it holds for, with everything inside it.' })
  area: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the department (部门); only for DEPARTMENT_STAFF.',
  })
  department?: string | undefined;

  @Field(() => String, { description: 'Name at work (工作姓名), shown to the public.' })
  workName: string;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone at work (工作电话), shown to the public; not a private one.',
  })
  workPhone?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Link to a portrait (照片), with https.' })
  photoUrl?: string | undefined;

  @Field(() => GraphQLLocalDate, { description: 'First day (任期开始日), in Asia/Shanghai.' })
  from: Day;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last planned day (任期结束日), in Asia/Shanghai; null where no end is planned.',
  })
  to?: Day | undefined;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the appointment (被顶岗的任职) that this one stands in for during leave (AB 角顶岗).',
  })
  covers?: string | undefined;

  /** First day on which it held no more, because it was ended. */
  ended?: Day | undefined;
}

@ObjectType('StaffPerson', { simpleResolvers: true, description: 'Who did something about staff (经办人).' })
export class StaffPerson {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  id: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;
}

@ObjectType('AppointmentEnd', {
  simpleResolvers: true,
  description: 'That an appointment was ended (免职), and why.',
})
export class AppointmentEnd {
  @Field(() => Date, { description: 'When (时间): from then on nothing can be done in it.' })
  at: Date;

  @Field(() => StaffPerson, { description: 'By whom (经办人).' })
  by: StaffPerson;

  @Field(() => String, { description: 'Why (原因).' })
  reason: string;

  /** Client-made id of the request, and its fingerprint. */
  id: string;
  mark: string;
}

@ObjectType('StaffAppointment', {
  simpleResolvers: true,
  description: 'An appointment with all that is recorded of it (任职记录).',
})
export class StaffAppointment extends StaffMember {
  @Field(() => StaffPerson, {
    nullable: true,
    description: 'Who appointed (任命人); null for what was taken in with the district’s data.',
  })
  appointedBy?: StaffPerson | undefined;

  @Field(() => Date, { description: 'When it was recorded (登记时间).' })
  appointedAt: Date;

  @Field(() => AppointmentEnd, {
    nullable: true,
    description: 'That it was ended (免职), and why; null while it stands.',
  })
  end?: AppointmentEnd | undefined;

  @Field(() => [ID], { description: 'Ids of the worker’s own fixed households (包户), 30 to 50 as a norm.' })
  households: readonly string[];

  @Field(() => Int, { description: 'Version of the set of households (包户版本); 0 before the first.' })
  householdsVersion: number;

  /** Grows with each change. */
  version: number;
  /** Fingerprint of the request that made it. */
  mark: string;
}

@ObjectType('GridWorker', {
  simpleResolvers: true,
  description: 'Who my grid worker is (我的网格员): what the residents of a grid may know.',
})
export class GridWorker {
  @Field(() => ID, { description: 'Id of the appointment (任职编号).' })
  id: string;

  @Field(() => String, { description: 'Name at work (工作姓名).' })
  workName: string;

  @Field(() => String, { nullable: true, description: 'Telephone at work (工作电话).' })
  workPhone?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Link to a portrait (照片).' })
  photoUrl?: string | undefined;

  @Field(() => Boolean, { description: 'Whether somebody else stands in for them now (是否在休假).' })
  onLeave: boolean;

  @Field(() => Boolean, { description: 'Whether they stand in for somebody on leave (是否为顶岗).' })
  standsIn: boolean;
}

@ObjectType('AccessRevocation', {
  simpleResolvers: true,
  description: 'That all tokens of a person were voided (令牌作废), for instance because a phone was lost.',
})
export class AccessRevocation {
  @Field(() => ID, { description: 'Id (编号), made by the client.' })
  id: string;

  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  person: string;

  @Field(() => Date, { description: 'When (时间): tokens issued before are void.' })
  at: Date;

  @Field(() => StaffPerson, { description: 'By whom (经办人).' })
  by: StaffPerson;

  @Field(() => String, { description: 'Why (原因).' })
  reason: string;
}

@ObjectType('StaffAppointmentPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on an appointment (任职操作结果).',
})
export class StaffAppointmentPayload {
  @Field(() => StaffAppointment, {
    nullable: true,
    description: 'The appointment as it stands now (任职); null when refused.',
  })
  appointment?: StaffAppointment | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('RevokeAccessPayload', {
  simpleResolvers: true,
  description: 'What came of voiding a person’s tokens (令牌作废结果).',
})
export class RevokeAccessPayload {
  @Field(() => AccessRevocation, {
    nullable: true,
    description: 'What was recorded (作废记录); null when refused.',
  })
  revocation?: AccessRevocation | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

export const StaffMemberConnection = connectionOf(StaffMember, 'StaffMember', 'staff (工作人员)');
export type StaffMemberConnection = InstanceType<typeof StaffMemberConnection>;
