import { Ctx, Resolver, Subscription } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { TechnicalError } from '../../shared/errors';
import { type NoticeAlertService } from './notice-alert.service';
import { UrgentNotice } from './notice-alert.type';

type Context = RequestContext<{ noticeAlerts: NoticeAlertService }>;

/** Urgent notices, pushed as they come out. */
@Resolver()
export class NoticeAlertResolver {
  @Subscription(() => UrgentNotice, {
    ...{ topics: 'URGENT_NOTICE', nullable: true },
    description:
      'Each urgent notice for you as it comes out, or says something else (紧急公告推送). Delivered at least once: drop the id and version you have. After a gap ask `notices`.',
  })
  async urgentNotices(@Ctx() ctx: Context): Promise<UrgentNotice | undefined> {
    const { live, actor, reads, services } = ctx;
    if (live === undefined) throw new TechnicalError('WEBSOCKET_REQUIRED');
    if (live.moment === 'HAPPENED')
      return 'notice' in live.event ? services.noticeAlerts.told(actor, reads, live.event.notice) : undefined;
    for (const topic of services.noticeAlerts.topicsOf(actor)) live.watch(topic);
    return undefined;
  }
}
