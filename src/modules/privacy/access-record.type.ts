import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Role } from '../../auth/actor';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { RoleEnum } from '../people/person.type';
import { ACCESS_KINDS, type AccessKind, REVEAL_PURPOSES, type RevealPurpose } from './access-record.rules';

export const RevealPurposeEnum = enumOf(REVEAL_PURPOSES);
registerEnumType(RevealPurposeEnum, {
  name: 'RevealPurpose',
  description: 'What somebody’s data is looked at for (用途).',
  valuesConfig: {
    VERIFY_IDENTITY: { description: 'Verify who it is (核实身份).' },
    CONTACT: { description: 'Contact them (联系本人).' },
    HELP_APPLY: { description: 'Help them apply for something (帮办代办).' },
    EMERGENCY: { description: 'Emergency (紧急情况).' },
    CORRECTION: { description: 'Correct what is on file (更正信息).' },
    OTHER: { description: 'Something else, as the reason says (其他).' },
  },
});

export const AccessKindEnum = enumOf(ACCESS_KINDS);
registerEnumType(AccessKindEnum, {
  name: 'AccessKind',
  description: 'What somebody did with a resident’s data (查阅方式).',
  valuesConfig: {
    REVEAL: { description: 'Saw the whole numbers (查看完整号码).' },
    LOOK_UP: { description: 'Looked a number up (按号码查询).' },
    CARE_TAGS_READ: { description: 'Read the care tags (查看关爱标签).' },
    EXPORT: { description: 'Exported the file (导出档案).' },
    BINDING_CODE: { description: 'Handed out a code that binds an account (发放账户绑定码).' },
  },
});

@ObjectType('AccessRecordPerson', {
  simpleResolvers: true,
  description: 'Who looked (查阅人), in which of their appointments.',
})
export class AccessRecordPerson {
  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => RoleEnum, { description: 'Role (岗位).' })
  role: Role;

  @Field(() => ID, { description: 'Code of the area they answer for (责任区域).' })
  area: string;
}

@ObjectType('AccessRecord', {
  simpleResolvers: true,
  description: 'That somebody looked at a resident’s data (查阅记录): who, when, why, and at what.',
})
export class AccessRecordType {
  @Field(() => ID, { description: 'Id (编号) of the request.' })
  id: string;

  @Field(() => AccessKindEnum, { description: 'What was done (查阅方式).' })
  kind: AccessKind;

  @Field(() => RevealPurposeEnum, {
    nullable: true,
    description: 'What for (用途); null for what you did yourself.',
  })
  purpose?: RevealPurpose | undefined;

  @Field(() => String, { nullable: true, description: 'Why (事由); null for what you did yourself.' })
  reason?: string | undefined;

  @Field(() => [String], { description: 'Which data (查阅内容), by the names of the fields.' })
  fields: readonly string[];

  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => AccessRecordPerson, { description: 'Who (查阅人).' })
  by: AccessRecordPerson;
}

export const AccessRecordConnection = connectionOf(AccessRecordType, 'AccessRecord', 'accesses (查阅记录)');
export type AccessRecordConnection = InstanceType<typeof AccessRecordConnection>;
