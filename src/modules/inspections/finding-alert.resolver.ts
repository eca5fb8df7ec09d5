import { Arg, Ctx, ID, Resolver, Subscription } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { TechnicalError } from '../../shared/errors';
import { type FindingEvent } from './finding-alert.events';
import { type FindingAlertService } from './finding-alert.service';
import { FindingAlert } from './finding-alert.type';

type Context = RequestContext<{ findingAlerts: FindingAlertService }>;

/** Findings, told as they are found and as they change their state. */
@Resolver()
export class FindingAlertResolver {
  @Subscription(() => FindingAlert, {
    ...{ topics: 'FINDING', nullable: true },
    description:
      'Each finding of an area (巡查问题动态) as it is found and whenever its state changes, as far as you see it in the premises’ file. Delivered at least once: drop ids you have. After a gap ask `findingEvents`.',
  })
  async findingAlerts(
    @Arg('area', () => ID, { description: 'Code of the area watched (区域编码), with all that lies in it.' })
    area: string,
    @Ctx() ctx: Context,
  ): Promise<FindingAlert | undefined> {
    const { live, actor, reads, language, services } = ctx;
    if (live === undefined) throw new TechnicalError('WEBSOCKET_REQUIRED');
    if (live.moment === 'HAPPENED')
      return 'finding' in live.event
        ? services.findingAlerts.told({ actor, reads, language }, live.event.finding as FindingEvent)
        : undefined;
    for (const topic of services.findingAlerts.topicsOf(actor, area)) live.watch(topic);
    return undefined;
  }
}
