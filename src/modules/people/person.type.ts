import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ROLES, type Role } from '../../auth/actor';
import { enumOf } from '../../shared/graphql-enum';

export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'A role (岗位) somebody is appointed to, or a machine.',
  valuesConfig: {
    RESIDENT: { description: 'Resident (居民).' },
    SECONDARY_WORKER: {
      description:
        'Secondary worker (二级网格员), for one courtyard, for instance the head of its residents’ committee.',
    },
    GRID_WORKER: { description: 'Grid worker (网格员), for one grid.' },
    COMMUNITY_STAFF: { description: 'Staff of a community (社区工作人员).' },
    STREET_STAFF: { description: 'Staff of a street’s governance centre (街道社会治理中心).' },
    DISTRICT_STAFF: { description: 'Staff of the district (区级工作人员).' },
    DEPARTMENT_STAFF: { description: 'Staff of a department (部门工作人员).' },
    ADMINISTRATOR: {
      description: 'Administrator (系统管理员): runs the system, sees no residents and no cases.',
    },
    SENSOR: {
      description:
        'A machine that reports (感知设备或平台), with credentials of its own: it sees what it reported, and nothing else.',
    },
  },
});

@ObjectType('Appointment', {
  simpleResolvers: true,
  description: 'A duty somebody holds (任职): role and area.',
})
export class AppointmentType {
  @Field(() => RoleEnum, { description: 'Role (岗位).' })
  role: Role;

  @Field(() => ID, { description: 'Code of the area (区域) it holds for, with everything inside it.' })
  area: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the department (部门); only for DEPARTMENT_STAFF.',
  })
  department?: string | undefined;
}

@ObjectType('Self', { simpleResolvers: true, description: 'Who the token speaks for (当前用户).' })
export class Self {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  id: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => [AppointmentType], { description: 'Appointments (任职), all of them.' })
  appointments: readonly AppointmentType[];
}
