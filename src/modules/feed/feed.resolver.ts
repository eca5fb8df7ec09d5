import { Arg, Ctx, ID, Resolver, Subscription } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { TechnicalError } from '../../shared/errors';
import { Case } from '../cases/case.type';
import { type CaseEventService } from './case-event.service';
import { CaseEvent } from './case-event.type';
import { type WatchTopicService } from './watch-topic.service';

type Context = RequestContext<{ caseEvents: CaseEventService; watchTopics: WatchTopicService }>;

/** Two moments of every feed: somebody asks to watch topics; something has happened in one of them. */
const topics = 'CASE_EVENT';

/** What can be watched of cases, each event delivered at least once and known by its id. */
@Resolver()
export class FeedResolver {
  @Subscription(() => CaseEvent, {
    ...{ topics, nullable: true },
    description: 'Each event of one case (单个事件动态). Delivered at least once: drop ids you have.',
  })
  caseChanged(
    @Arg('id', () => ID, { description: 'Id of the case (事件编号).' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<CaseEvent | undefined> {
    return follow(ctx, ({ actor, reads, services }) => services.watchTopics.ofCase(actor, reads, id));
  }

  @Subscription(() => CaseEvent, {
    ...{ topics, nullable: true },
    description:
      'Each event of the cases of an area (区域内事件动态), as far as you may see them. Delivered at least once: drop ids you have. After a gap ask `caseEvents`.',
  })
  areaFeed(
    @Arg('area', () => ID, { description: 'Code of the area watched (区域编码), with all that lies in it.' })
    area: string,
    @Ctx() ctx: Context,
  ): Promise<CaseEvent | undefined> {
    return follow(ctx, ({ actor, services }) => services.watchTopics.ofArea(actor, area));
  }

  @Subscription(() => Case, {
    ...{ topics, nullable: true, deprecationReason: '`areaFeed` tells what happened, too.' },
    description:
      'Each case of an area (区域内事件动态) whenever it is reported or moved, as it then stands. Delivered at least once: the same version may come twice.',
  })
  async caseMoved(
    @Arg('area', () => ID, { description: 'Code of the area watched (区域编码), with all that lies in it.' })
    area: string,
    @Ctx() ctx: Context,
  ): Promise<Case | undefined> {
    return (await this.areaFeed(area, ctx))?.case;
  }

  @Subscription(() => CaseEvent, {
    ...{ topics, nullable: true },
    description:
      'Each event of the cases of a department (部门事件动态): what comes to it, changes while it has it, and leaves it. Delivered at least once: drop ids you have.',
  })
  departmentFeed(
    @Arg('department', () => ID, { description: 'Code of your department (部门编码).' }) department: string,
    @Ctx() ctx: Context,
  ): Promise<CaseEvent | undefined> {
    return follow(ctx, ({ actor, services }) => services.watchTopics.ofDepartment(actor, department));
  }

  @Subscription(() => CaseEvent, {
    ...{ topics, nullable: true },
    description:
      'Each event of the cases that you reported, or that are with you by your duties before or after it (我的工作动态). Delivered at least once: drop ids you have.',
  })
  myWork(@Ctx() ctx: Context): Promise<CaseEvent | undefined> {
    return follow(ctx, ({ actor, services }) => services.watchTopics.ofOwnWork(actor));
  }
}

/** What a feed answers at either of its moments. */
async function follow(
  ctx: Context,
  topicsFor: (ctx: Context) => readonly string[] | Promise<readonly string[]>,
): Promise<CaseEvent | undefined> {
  const { live, actor, reads, services } = ctx;
  if (live === undefined) throw new TechnicalError('WEBSOCKET_REQUIRED');
  if (live.moment === 'HAPPENED')
    return 'caseId' in live.event ? services.caseEvents.told(actor, reads, live.event) : undefined;
  for (const topic of await topicsFor(ctx)) live.watch(topic);
  return undefined;
}
