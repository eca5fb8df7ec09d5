import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { RecordLink } from '../../shared/record-link.type';
import { UserError } from '../../shared/user-error.type';
import { CasePersonType } from '../cases/case.type';
import { Evidence } from '../evidence/evidence.type';
import { type RegistryFact, type ServiceChannel } from '../services/service-item.rules';
import { RegistryFactEnum, ServiceChannelEnum } from '../services/service-item.type';
import {
  APPLICATION_MOVE_NAMES,
  APPLICATION_STATES,
  type ApplicationMove,
  type ApplicationState,
} from './application.machine';
import {
  type ApplicationRecord,
  type ApplicationSummary,
  CONSENT_WAYS,
  type ConsentWay,
  CONTACT_WAYS,
  type ContactWay,
  DELIVERIES,
  type Delivery,
} from './application.rules';
import { APPLICATION_MOVE_TEXTS, APPLICATION_STATE_NAMES } from './application.words';

const described = (texts: Readonly<Record<string, { zh: string; en: string }>>) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, { zh, en }]) => [
      name,
      { description: `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh}).` },
    ]),
  );

export const ApplicationStateEnum = enumOf(APPLICATION_STATES);
registerEnumType(ApplicationStateEnum, {
  name: 'ApplicationState',
  description: 'Where an application stands (办件状态).',
  valuesConfig: described(APPLICATION_STATE_NAMES),
});

export const ApplicationMoveEnum = enumOf(APPLICATION_MOVE_NAMES);
registerEnumType(ApplicationMoveEnum, {
  name: 'ApplicationMove',
  description: 'What is done with an application (办理动作).',
  valuesConfig: described(APPLICATION_MOVE_TEXTS),
});

const STEPS = ['OPEN', 'AMEND', ...APPLICATION_MOVE_NAMES] as const;
export const ApplicationStepEnum = enumOf(STEPS);
registerEnumType(ApplicationStepEnum, {
  name: 'ApplicationStepKind',
  description: 'What was done in a step of an application’s history (办理记录).',
  valuesConfig: {
    OPEN: { description: 'Opened (发起申请).' },
    AMEND: { description: 'Materials or answers added (补充材料).' },
    ...described(APPLICATION_MOVE_TEXTS),
  },
});

export const ContactWayEnum = enumOf(CONTACT_WAYS);
registerEnumType(ContactWayEnum, {
  name: 'ContactWay',
  description: 'How the resident is told (联系方式). Numbers are in the register: nobody types one.',
  valuesConfig: {
    PORTAL: { description: 'In the portal (门户消息).' },
    PHONE_ON_FILE: { description: 'By the phone on file (登记电话).' },
    GRID_WORKER: { description: 'By the grid worker (网格员转告).' },
  },
});

export const DeliveryEnum = enumOf(DELIVERIES);
registerEnumType(DeliveryEnum, {
  name: 'ResultDelivery',
  description: 'How the result comes to the resident (领取方式).',
  valuesConfig: {
    COUNTER: { description: 'Collected at the counter (窗口领取).' },
    BROUGHT: { description: 'Brought by the grid worker (网格员送证上门).' },
  },
});

export const ConsentWayEnum = enumOf(CONSENT_WAYS);
registerEnumType(ConsentWayEnum, {
  name: 'ConsentWay',
  description: 'How a resident agreed that somebody applies for them (委托方式).',
  valuesConfig: {
    SIGNED: { description: 'By signature (书面委托).' },
    SPOKEN: { description: 'By word of mouth, face to face (当面口头同意).' },
    BY_PHONE: { description: 'By phone (电话同意).' },
  },
});

@ObjectType('ApplicationSummary', {
  simpleResolvers: true,
  description: 'An application as a list shows it (办件): the name is masked.',
})
export class ApplicationSummaryType implements ApplicationSummary {
  @Field(() => ID, { description: 'Id (办件编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the service (事项编号).' })
  service: string;

  @Field(() => String, { description: 'Name of the service (事项名称).' })
  serviceName: string;

  @Field(() => String, { description: 'Name of the resident, masked (申请人,已脱敏).' })
  maskedName: string;

  @Field(() => ID, {
    description:
      'Code of the courtyard they lived in when it was opened (院落); while an office has to do with it, its code of today.',
  })
  area: string;

  @Field(() => ApplicationStateEnum, { description: 'Where it stands (办件状态).' })
  state: ApplicationState;

  @Field(() => DeliveryEnum, { description: 'How the result comes to them (领取方式).' })
  delivery: Delivery;

  @Field(() => Date, { description: 'When it was opened (发起时间).' })
  openedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When the office’s limit ends (办理期限), by working days; null while none runs.',
  })
  dueAt?: Date | undefined;
}

@ObjectType('ApplicationConsent', {
  simpleResolvers: true,
  description: 'That the resident agreed to be applied for (委托代办授权).',
})
export class ApplicationConsent {
  @Field(() => ConsentWayEnum, { description: 'How (委托方式).' })
  way: ConsentWay;

  @Field(() => Date, { description: 'When (同意时间).' })
  at: Date;

  @Field(() => CasePersonType, { description: 'To whom (受托人).' })
  to: CasePersonType;
}

@ObjectType('ApplicationFact', {
  simpleResolvers: true,
  description: 'What the register knows of the applicant (已登记信息); numbers are masked.',
})
export class ApplicationFact {
  @Field(() => RegistryFactEnum, { description: 'Which (项目).' })
  fact: RegistryFact;

  @Field(() => String, { description: 'What it says (内容).' })
  value: string;
}

@ObjectType('ApplicationApplicant', {
  simpleResolvers: true,
  description: 'Whose application it is (申请人), as the register knows them now.',
})
export class ApplicationApplicant {
  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => String, { description: 'Name (姓名); masked once they are erased from the register.' })
  name: string;

  @Field(() => [ApplicationFact], { description: 'What was filled in for them (自动填写信息).' })
  known: ApplicationFact[];
}

@ObjectType('ApplicationAnswer', {
  simpleResolvers: true,
  description: 'An answer to a question of the service (填写内容).',
})
export class ApplicationAnswer {
  @Field(() => ID, { description: 'Code of the question (填写项代码).' })
  code: string;

  @Field(() => String, { description: 'The question (填写项).' })
  label: string;

  @Field(() => String, { description: 'The answer (内容).' })
  value: string;
}

@ObjectType('ApplicationMaterial', {
  simpleResolvers: true,
  description: 'A material of the service, and what was brought (材料).',
})
export class ApplicationMaterial {
  @Field(() => ID, { description: 'Code (材料代码).' })
  code: string;

  @Field(() => String, { description: 'Name (材料名称).' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it must be there (是否必要).' })
  isRequired: boolean;

  @Field(() => Boolean, { description: 'Whether the office has asked for it since (是否要求补正).' })
  isAsked: boolean;

  @Field(() => [Evidence], { description: 'Pictures and PDFs of it (材料照片、PDF).' })
  files: Evidence[];

  @Field(() => CasePersonType, { nullable: true, description: 'Who saw the original (原件核验人).' })
  seenBy?: CasePersonType | undefined;

  @Field(() => Date, { nullable: true, description: 'When the original was seen (原件核验时间).' })
  seenAt?: Date | undefined;
}

@ObjectType('ApplicationHistoryEntry', {
  simpleResolvers: true,
  description: 'A step of an application’s history (办理记录).',
})
export class ApplicationHistoryEntry {
  @Field(() => ApplicationStepEnum, { description: 'What was done (动作).' })
  move: ApplicationMove | 'OPEN' | 'AMEND';

  @Field(() => ApplicationStateEnum, { description: 'Where it led (之后状态).' })
  to: ApplicationState;

  @Field(() => Date, { description: 'When (时间).' })
  at: Date;

  @Field(() => CasePersonType, { description: 'Who (办理人).' })
  by: CasePersonType;

  @Field(() => String, { nullable: true, description: 'What was said (意见).' })
  text?: string | undefined;

  @Field(() => [ID], { description: 'Codes of the materials that were asked for or brought (材料代码).' })
  materials: readonly string[];

  @Field(() => Int, { nullable: true, description: 'Score (评分), 1 to 5.' })
  score?: number | undefined;
}

/** An application, and whether whoever sees it only brings the result. */
export type SeenApplication = ApplicationRecord & { readonly isErrand: boolean };

@ObjectType('Application', {
  simpleResolvers: true,
  description: 'Somebody’s application for a service (办件): the same for everyone who has to do with it.',
})
export class Application extends ApplicationSummaryType {
  @Field(() => Int, { description: 'Version (版本号); give it with a move.' })
  version: number;

  @Field(() => ServiceChannelEnum, { description: 'By which way it came (办理渠道).' })
  channel: ServiceChannel;

  @Field(() => ContactWayEnum, { description: 'How the resident is told (联系方式).' })
  contact: ContactWay;

  @Field(() => RecordLink, {
    nullable: true,
    description: 'What it came from (来源): a visit, or a note of a work log.',
  })
  origin?: RecordLink | undefined;
}

export const ApplicationConnection = connectionOf(
  ApplicationSummaryType,
  'Application',
  'applications (办件)',
);
export type ApplicationConnection = InstanceType<typeof ApplicationConnection>;

@ObjectType('ApplicationPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on an application (办件操作结果).',
})
export class ApplicationPayload {
  @Field(() => Application, { nullable: true, description: 'The application as it stands now (办件).' })
  application?: Application | undefined;

  @Field(() => [UserError], {
    description: 'Why it was refused (拒绝原因), with all that is missing; empty when it was done.',
  })
  userErrors: UserError[];
}
