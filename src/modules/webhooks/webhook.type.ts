import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { NotificationKindEnum } from '../notifications/notification.type';
import { type NotificationKind } from '../notifications/notification.rules';
import {
  DELIVERY_FAILURES,
  DELIVERY_STATES,
  type DeliveryFailure,
  type DeliveryState,
} from './delivery.rules';
import { OFF_REASONS, type OffReason } from './webhook.rules';

export const WebhookOffReasonEnum = enumOf(OFF_REASONS);
registerEnumType(WebhookOffReasonEnum, {
  name: 'WebhookOffReason',
  description: 'Why a webhook was switched off by itself (自动停用原因).',
  valuesConfig: {
    GONE: { description: 'It answered 410: it is there no more (地址已撤销).' },
    FAILING: { description: 'Every attempt failed for three days (连续三天推送失败).' },
  },
});

export const WebhookDeliveryStateEnum = enumOf(DELIVERY_STATES);
registerEnumType(WebhookDeliveryStateEnum, {
  name: 'WebhookDeliveryState',
  description: 'How a delivery stands (推送状态).',
  valuesConfig: {
    PENDING: { description: 'To be sent, or to be tried again (待推送).' },
    DELIVERED: { description: 'Taken: it was answered with 2xx (已送达).' },
    FAILED: { description: 'Given up after seven attempts, or because it is gone (推送失败).' },
  },
});

export const WebhookFailureEnum = enumOf(DELIVERY_FAILURES);
registerEnumType(WebhookFailureEnum, {
  name: 'WebhookFailure',
  description: 'Why an attempt failed (失败原因).',
  valuesConfig: {
    STATUS: { description: 'It answered with another status than 2xx (返回状态异常); a redirect is one.' },
    TIMEOUT: { description: 'It did not answer within five seconds (超时).' },
    UNREACHABLE: { description: 'No connection, or one that broke off (无法连接).' },
    ADDRESS_REFUSED: {
      description: 'Its name leads to an address that is not of the public internet (地址不允许).',
    },
  },
});

@ObjectType('WebhookDelivery', {
  simpleResolvers: true,
  description: 'One notification on its way to a webhook (推送记录). Kept for 30 days.',
})
export class WebhookDelivery {
  @Field(() => ID, { description: 'Id of the event (事件编号): the header `webhook-id`.' })
  event: string;

  @Field(() => NotificationKindEnum, { description: 'Of what (类型).' })
  kind: NotificationKind;

  @Field(() => Date, { description: 'When it happened (发生时间).' })
  at: Date;

  @Field(() => WebhookDeliveryStateEnum, { description: 'State (状态).' })
  state: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried (尝试次数), at most 7.' })
  attempts: number;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer (最近返回状态).' })
  status?: number | undefined;

  @Field(() => WebhookFailureEnum, { nullable: true, description: 'Why the last attempt failed (失败原因).' })
  failure?: DeliveryFailure | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is tried next (下次推送时间); null when it is not.',
  })
  nextAttemptAt?: Date | undefined;
}

@ObjectType('Webhook', {
  simpleResolvers: true,
  description:
    'An address of a district’s own bridge, to WeCom or SMS for instance, that is told of notifications (推送地址). It is told ids and codes, no names and no texts, by the scheme of standardwebhooks.com.',
})
export class Webhook {
  @Field(() => ID, { description: 'Id (推送编号).' })
  id: string;

  @Field(() => String, { description: 'Address (推送地址).' })
  url: string;

  @Field(() => [NotificationKindEnum], { description: 'Of what it is told (推送类型).' })
  kinds: readonly NotificationKind[];

  @Field(() => Boolean, { description: 'Whether it is on (是否启用).' })
  isOn: boolean;

  @Field(() => WebhookOffReasonEnum, {
    nullable: true,
    description: 'Why it was switched off by itself (自动停用原因); null when it was not.',
  })
  offReason?: OffReason | undefined;

  @Field(() => Date, { nullable: true, description: 'When that was (自动停用时间).' })
  offAt?: Date | undefined;

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when every attempt has failed (持续失败开始时间); after three days it is switched off.',
  })
  failingSince?: Date | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when a secret before the last one signs too (旧密钥停用时间).',
  })
  rollingUntil?: Date | undefined;

  @Field(() => Date, { description: 'When it was added (新增时间).' })
  createdAt: Date;
}

@ObjectType('WebhookPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a webhook (操作结果), or why it was refused.',
})
export class WebhookPayload {
  @Field(() => Webhook, {
    nullable: true,
    description: 'The webhook as it stands now (推送地址); null when it was removed.',
  })
  webhook?: Webhook | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret that was made (密钥), `whsec_…`: shown this once, and to a repeat of the same request within ten minutes.',
  })
  secret?: string | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
