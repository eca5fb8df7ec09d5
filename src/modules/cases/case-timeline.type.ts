import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type CaseMove } from './case.machine';
import { type CasePerson, type Custodian, type SystemStep } from './case.rules';
import { CasePersonType, CustodianType } from './case.type';
import { TimelineKindEnum } from './case-state.type';

@ObjectType('TimelineEntry', {
  simpleResolvers: true,
  description: 'One step in the life of a case (事件经过).',
})
export class TimelineEntry {
  @Field(() => ID, {
    description: 'Id of the move, made by the client (操作编号); the case’s id for its report.',
  })
  id: string;

  @Field(() => TimelineKindEnum, { description: 'What happened (操作).' })
  kind: CaseMove | SystemStep;

  @Field(() => Date, { description: 'When (时间), by the server’s clock.' })
  at: Date;

  @Field(() => CasePersonType, { description: 'By whom (操作人).' })
  by: CasePerson;

  @Field(() => String, { nullable: true, description: 'Reason or result (说明).' })
  text?: string | undefined;

  @Field(() => CustodianType, {
    nullable: true,
    description: 'Who held it afterwards (其后责任单位); null when closed.',
  })
  holder?: Custodian | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'By when the holder has to act (截止时间), where a limit began with this step.',
  })
  dueAt?: Date | undefined;

  @Field(() => CustodianType, {
    nullable: true,
    description: 'Who is to supervise the department from then on (督办单位).',
  })
  supervisor?: Custodian | undefined;

  @Field(() => CustodianType, {
    nullable: true,
    description:
      'Who checks what a department does that took it on itself (核查单位), as if it had sent it there.',
  })
  sender?: Custodian | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether whoever looked at the result found the closing condition met (是否符合结案条件).',
  })
  conditionMet?: boolean | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when its holder asked to have time (申请延长至).',
  })
  until?: Date | undefined;

  @Field(() => Int, { nullable: true, description: 'How content its reporter is (评分), from 1 to 5.' })
  score?: number | undefined;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the other case (相关事件编号), where two were merged or are no longer, or a part of it has come to its end.',
  })
  otherCase?: string | undefined;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the parts into which it was split (协办事件编号), see `Case.parts`.',
  })
  parts?: readonly string[] | undefined;

  @Field(() => String, {
    description:
      'Link of the history’s chain (经过校验链): SHA-256 of the link before and of this entry; how it is made is in docs/cases.md. Whoever has noted it sees by it later whether anything before was changed or left out.',
  })
  link: string;
}

@ObjectType('CustodyEntry', {
  simpleResolvers: true,
  description: 'A stay of a case with one holder (责任链的一环).',
})
export class CustodyEntry {
  @Field(() => CustodianType, { description: 'Who held it (责任单位).' })
  holder: Custodian;

  @Field(() => Date, { description: 'Since when (自).' })
  since: Date;

  @Field(() => Date, { nullable: true, description: 'Until when (至); null while it lasts.' })
  until?: Date | undefined;

  @Field(() => Date, { nullable: true, description: 'When the holder first acted on it (接手时间).' })
  acceptedAt?: Date | undefined;

  @Field(() => Date, { nullable: true, description: 'By when the holder had to act first (截止时间).' })
  dueAt?: Date | undefined;

  @Field(() => CasePersonType, { description: 'Who handed it over (移交人).' })
  from: CasePerson;

  @Field(() => String, { nullable: true, description: 'Why (移交原因).' })
  reason?: string | undefined;
}
