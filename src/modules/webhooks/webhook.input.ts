import { Field, ID, InputType } from 'type-graphql';
import { NotificationKindEnum } from '../notifications/notification.type';
import { type NotificationKind } from '../notifications/notification.rules';

@InputType('WebhookRequestInput')
abstract class WebhookRequestInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (操作编号).' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Code of the district (区编码); your own.' })
  district?: string | null;
}

@InputType('AddWebhookInput', {
  description: 'A webhook to add (新增推送地址). Its id is that of the request.',
})
export class AddWebhookInput extends WebhookRequestInput {
  @Field(() => String, {
    description:
      'Address (推送地址): https, a public name and no IP address, at most 500 characters. A redirect is not followed.',
  })
  url: string;

  @Field(() => [NotificationKindEnum], { description: 'Of what it wants to be told (推送类型).' })
  kinds: NotificationKind[];

  @Field(() => Boolean, { description: 'Whether it is on (是否启用).', defaultValue: true })
  isOn: boolean;
}

@InputType('WebhookMoveInput', { description: 'Something to do to a webhook (推送地址操作).' })
export class WebhookMoveInput extends WebhookRequestInput {
  @Field(() => ID, { description: 'Id of the webhook (推送编号).' })
  webhook: string;
}

@InputType('ChangeWebhookInput', {
  description: 'A change of a webhook (修改推送地址); what is left out stays.',
})
export class ChangeWebhookInput extends WebhookMoveInput {
  @Field(() => String, { nullable: true, description: 'Address (推送地址).' })
  url?: string | null;

  @Field(() => [NotificationKindEnum], {
    nullable: true,
    description: 'Of what it wants to be told (推送类型).',
  })
  kinds?: NotificationKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is on (是否启用). What waited while it was off is sent when it is on again.',
  })
  isOn?: boolean | null;
}
