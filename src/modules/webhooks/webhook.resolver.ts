import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { AddWebhookInput, ChangeWebhookInput, WebhookMoveInput } from './webhook.input';
import { type WebhookService } from './webhook.service';
import { Webhook, WebhookDelivery, WebhookPayload } from './webhook.type';

type Context = RequestContext<{ webhooks: WebhookService }>;

/** A district's webhooks. */
@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => [Webhook], {
    nullable: true,
    description: 'The webhooks of a district (推送地址), at most five, the oldest first.',
  })
  webhooks(
    @Ctx() { actor, services }: Context,
    @Arg('district', () => ID, { nullable: true, description: 'Code of the district (区编码); your own.' })
    district?: string,
  ): Promise<Webhook[]> {
    return services.webhooks.list(actor, district);
  }

  @FieldResolver(() => [WebhookDelivery], {
    description: 'The last twenty deliveries (最近推送记录), newest first.',
  })
  deliveries(@Root() webhook: Webhook, @Ctx() { services }: Context): Promise<WebhookDelivery[]> {
    return services.webhooks.lastDeliveries(webhook);
  }

  @Mutation(() => WebhookPayload, {
    description: 'Add a webhook (新增推送地址); its secret is made and shown once.',
  })
  addWebhook(
    @Arg('input', () => AddWebhookInput, { description: 'The webhook (推送地址).' }) input: AddWebhookInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<WebhookPayload> {
    return asPayload(language, () => services.webhooks.add(actor, input));
  }

  @Mutation(() => WebhookPayload, {
    description: 'Change a webhook (修改推送地址), or switch it off or on.',
  })
  changeWebhook(
    @Arg('input', () => ChangeWebhookInput, { description: 'The change (修改内容).' })
    input: ChangeWebhookInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<WebhookPayload> {
    return asPayload(language, () => services.webhooks.change(actor, input));
  }

  @Mutation(() => WebhookPayload, {
    description: 'Take a webhook away (删除推送地址); what waits for it is not sent.',
  })
  removeWebhook(
    @Arg('input', () => WebhookMoveInput, { description: 'Which (推送地址).' }) input: WebhookMoveInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<WebhookPayload> {
    return asPayload(language, () => services.webhooks.remove(actor, input));
  }

  @Mutation(() => WebhookPayload, {
    description: 'Make a new secret (更换密钥), shown once; for 24 hours the one before signs too.',
  })
  rollWebhookSecret(
    @Arg('input', () => WebhookMoveInput, { description: 'Of which (推送地址).' }) input: WebhookMoveInput,
    @Ctx() { actor, language, services }: Context,
  ): Promise<WebhookPayload> {
    return asPayload(language, () => services.webhooks.roll(actor, input));
  }
}
