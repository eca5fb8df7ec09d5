import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { Case, CasePersonType } from '../cases/case.type';
import { CaseCategory } from '../cases/category.type';
import {
  FOLLOW_UP_OUTCOMES,
  type FollowUpOutcome,
  type Holding,
  HOLDINGS,
  MEDIATION_OUTCOMES,
  type MediationOutcome,
} from './mediation.rules';

export const MediationOutcomeEnum = enumOf(MEDIATION_OUTCOMES);
registerEnumType(MediationOutcomeEnum, {
  name: 'MediationOutcome',
  description: 'What a session of mediation came to (调解结果).',
  valuesConfig: {
    AGREED: { description: 'The parties agreed (达成协议).' },
    NOT_AGREED: { description: 'They did not, for a reason (未达成协议), for instance referred to court.' },
    ADJOURNED: { description: 'It goes on another day (择期再调).' },
  },
});

export const FollowUpOutcomeEnum = enumOf(FOLLOW_UP_OUTCOMES);
registerEnumType(FollowUpOutcomeEnum, {
  name: 'MediationFollowUpOutcome',
  description: 'What a follow-up visit found (回访结果).',
  valuesConfig: {
    HELD: { description: 'The agreement is kept (已履行).' },
    NOT_HELD: { description: 'It is not (未履行).' },
    NOT_REACHED: { description: 'Nobody was met (未见到人).' },
  },
});

export const HoldingEnum = enumOf(HOLDINGS);
registerEnumType(HoldingEnum, {
  name: 'MediationHolding',
  description: 'Whether an agreement held (履行情况): what the last follow-up found that reached anybody.',
  valuesConfig: {
    OPEN: { description: 'Not known yet (待回访).' },
    HELD: { description: 'It held (已履行).' },
    NOT_HELD: { description: 'It did not (未履行).' },
  },
});

@ObjectType('MediationParty', { simpleResolvers: true, description: 'A party to a dispute (当事人).' })
export class MediationParty {
  @Field(() => String, { description: 'Name (姓名); masked (已脱敏) for whoever need not know it.' })
  name: string;

  @Field(() => String, { description: 'Who they are in this dispute (身份), for instance a shop owner.' })
  role: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the resident (居民编号); null for somebody named by hand, and where the name is masked.',
  })
  resident?: string | undefined;
}

@ObjectType('MediationFollowUp', {
  simpleResolvers: true,
  description: 'A visit to see whether an agreement holds (回访).',
})
export class MediationFollowUp {
  @Field(() => GraphQLLocalDate, { description: 'The day it was planned for (计划日期).' })
  on: string;

  @Field(() => FollowUpOutcomeEnum, {
    nullable: true,
    description: 'What it found (回访结果); null while it is open.',
  })
  outcome?: FollowUpOutcome | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'Note (说明), for who mediates, holds the case or supervises it.',
  })
  note?: string | undefined;

  @Field(() => CasePersonType, { nullable: true, description: 'Who recorded it (回访人).' })
  by?: CasePersonType | undefined;

  @Field(() => Date, { nullable: true, description: 'When it was recorded (记录时间).' })
  at?: Date | undefined;
}

@ObjectType('MediationAgreement', {
  simpleResolvers: true,
  description: 'What the parties agreed on (调解协议).',
})
export class MediationAgreement {
  @Field(() => String, {
    nullable: true,
    description: 'What was agreed (协议内容); null for whoever need not know it.',
  })
  text?: string | undefined;

  @Field(() => GraphQLLocalDate, { description: 'By when it is to be kept (履行期限).' })
  keptBy: string;

  @Field(() => [MediationFollowUp], { description: 'Follow-up visits (回访), in the order of their days.' })
  followUps: readonly MediationFollowUp[];

  @Field(() => HoldingEnum, { description: 'Whether it held (履行情况).' })
  holding: Holding;
}

@ObjectType('MediationSession', {
  simpleResolvers: true,
  description: 'One sitting of the parties (一次调解).',
})
export class MediationSession {
  @Field(() => ID, { description: 'Id (调解编号), made by the client.' })
  id: string;

  @Field(() => GraphQLLocalDate, { description: 'Day (调解日期).' })
  on: string;

  @Field(() => String, {
    nullable: true,
    description: 'Place (调解地点); null for whoever need not know it.',
  })
  place?: string | undefined;

  @Field(() => MediationOutcomeEnum, { description: 'What it came to (调解结果).' })
  outcome: MediationOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'Note (说明): why nothing was agreed; for who mediates, holds the case or supervises it.',
  })
  note?: string | undefined;

  @Field(() => MediationAgreement, {
    nullable: true,
    description: 'What was agreed (协议); null where nothing was.',
  })
  agreement?: MediationAgreement | undefined;

  @Field(() => CasePersonType, { description: 'Who mediated (调解员).' })
  by: CasePersonType;

  @Field(() => Date, { description: 'When it was recorded (记录时间), by the server’s clock.' })
  at: Date;
}

@ObjectType('Mediation', {
  simpleResolvers: true,
  description: 'The mediation record of a dispute (调解记录). Nothing of it is ever changed or taken away.',
})
export class Mediation {
  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => Int, {
    description: 'Version (版本号): grows by one with each record; pass it as `expectedVersion`.',
  })
  version: number;

  @Field(() => Boolean, {
    description:
      'Whether names are masked and texts left out for you (是否脱敏): they are shown to who mediates, holds the case or supervises it.',
  })
  masked: boolean;

  @Field(() => [MediationParty], { description: 'The parties (当事人).' })
  parties: readonly MediationParty[];

  @Field(() => [MediationSession], {
    description: 'The sessions (历次调解), in the order of their recording.',
  })
  sessions: readonly MediationSession[];

  @Field(() => MediationAgreement, {
    nullable: true,
    description:
      'The agreement that stands (现行协议); null where the last session with an outcome came to none.',
  })
  agreement?: MediationAgreement | undefined;
}

@ObjectType('MediationPayload', {
  simpleResolvers: true,
  description: 'What came of a record of mediation (调解记录结果).',
})
export class MediationPayload {
  @Field(() => Mediation, {
    nullable: true,
    description: 'The record as it stands now (调解记录); null when refused.',
  })
  mediation?: Mediation | undefined;

  @Field(() => Case, { nullable: true, description: 'The case as it stands now (事件); null when refused.' })
  case?: Case | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('DueMediationFollowUp', {
  simpleResolvers: true,
  description: 'A follow-up of an agreement that is due (待回访): `mediation(caseId:)` says more.',
})
export class DueFollowUp {
  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => GraphQLLocalDate, { description: 'The day it is planned for (计划日期).' })
  on: string;

  @Field(() => ID, {
    description:
      'Code of the grid or courtyard (所在网格或院落) the case happened in; of an open case that of today.',
  })
  area: string;

  @Field(() => CaseCategory, { description: 'Category of the case (类别).' })
  category: CaseCategory;

  @Field(() => [String], { description: 'Names of the parties, masked (当事人，已脱敏).' })
  maskedParties: readonly string[];
}

export const DueFollowUpConnection = connectionOf(
  DueFollowUp,
  'DueMediationFollowUp',
  'follow-ups that are due (待回访)',
);
export type DueFollowUpConnection = InstanceType<typeof DueFollowUpConnection>;
