import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { RecordLink } from '../../shared/record-link.type';
import { asPayload } from '../../shared/user-error.type';
import { MarkNotificationsReadInput } from './notification.input';
import { recordTypeOf } from './notification.rules';
import { type NotificationService } from './notification.service';
import { Notification, NotificationConnection, NotificationsReadPayload } from './notification.type';

type Context = RequestContext<{ notifications: NotificationService }>;

/** What somebody is to know. */
@Resolver(() => Notification)
export class NotificationResolver {
  @Query(() => NotificationConnection, {
    nullable: true,
    description: 'What you were notified of (我的提醒), newest first; kept for 90 days.',
  })
  async notifications(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only what is unread (仅未读).' })
    unread = false,
  ): Promise<NotificationConnection> {
    return toConnection(await services.notifications.own(actor, unread, page));
  }

  @Query(() => Int, {
    nullable: true,
    description: 'How many of your notifications are unread (未读提醒数); 100 where they are 100 or more.',
  })
  unreadNotificationCount(@Ctx() { actor, services }: Context): Promise<number> {
    return services.notifications.countUnread(actor);
  }

  @Mutation(() => NotificationsReadPayload, {
    description: 'Mark notifications as read (标记提醒已读). May be repeated.',
  })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which (提醒).' })
    input: MarkNotificationsReadInput,
    @Ctx() { actor, language, reads, services }: Context,
  ): Promise<NotificationsReadPayload> {
    return asPayload(language, () => services.notifications.markRead(actor, reads, input.ids));
  }

  @FieldResolver(() => String, {
    description: 'What happened, in a sentence (提醒内容), in the language of `Accept-Language`.',
  })
  async text(@Root() { kind, numbers }: Notification, @Ctx() { language }: Context): Promise<string> {
    const { wordsOf } = await import('./notification-words.lazy');
    return wordsOf(kind, language, numbers);
  }

  @FieldResolver(() => RecordLink, {
    nullable: true,
    description:
      'What it is about (关联记录): a case, an application, a booking, a visit or a note; null where it is no record.',
  })
  about(@Root() { kind, recordId }: Notification): RecordLink | undefined {
    const type = recordTypeOf(kind);
    return type && { type, id: recordId };
  }
}
