import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { type LogService } from './log.service';
import { LogItem, LogItemConnection, WorkDay, WorkPeriod } from './log.type';

type Context = RequestContext<{ logs: LogService }>;
const PERSON = 'Whose (人员编号), for supervisors; your own when nobody is named.';

/** What can be asked about work logs. */
@Resolver(() => LogItem)
export class LogResolver {
  @Query(() => WorkDay, {
    nullable: true,
    description:
      'The log of a day (工作日志): it writes itself from what is recorded, within seconds, and has the notes beside. Supervisors see what was done in their area.',
  })
  workDay(
    @Ctx() { actor, reads, services }: Context,
    @Arg('date', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Business day (日期); today if none.',
    })
    date?: string,
    @Arg('person', () => ID, { nullable: true, description: PERSON }) person?: string,
  ): Promise<WorkDay> {
    return services.logs.day(actor, reads, date ?? undefined, person ?? undefined);
  }

  @Query(() => WorkPeriod, {
    nullable: true,
    description: 'The week, Monday to Sunday, that a day lies in (一周工作汇总), counted by day and kind.',
  })
  workWeek(
    @Ctx() { actor, reads, services }: Context,
    @Arg('date', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Any day of it (日期); today if none.',
    })
    date?: string,
    @Arg('person', () => ID, { nullable: true, description: PERSON }) person?: string,
  ): Promise<WorkPeriod> {
    return services.logs.week(actor, reads, date ?? undefined, person ?? undefined);
  }

  @Query(() => WorkPeriod, {
    nullable: true,
    description: 'A month (月度工作汇总), counted by day and kind. Nobody is ranked, no time online is kept.',
  })
  workMonth(
    @Ctx() { actor, reads, services }: Context,
    @Arg('month', () => String, { nullable: true, description: 'Month (月份) as YYYY-MM; this one if none.' })
    month?: string,
    @Arg('person', () => ID, { nullable: true, description: PERSON }) person?: string,
  ): Promise<WorkPeriod> {
    return services.logs.month(actor, reads, month ?? undefined, person ?? undefined);
  }

  @Query(() => LogItemConnection, {
    nullable: true,
    description:
      'What was done in a community or grid on a day (社区工作日志), by grid, person and time; for supervisors.',
  })
  async logsOfCommunity(
    @Arg('area', () => ID, { description: 'Code of a community or grid (社区或网格编码).' }) area: string,
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('date', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Business day (日期); today if none.',
    })
    date?: string,
  ): Promise<LogItemConnection> {
    return toConnection(await services.logs.ofCommunity(actor, area, date ?? undefined, page));
  }

  @FieldResolver(() => String, {
    description: 'What it says (内容): a note’s own words; of a line what was done, in your language.',
  })
  async text(@Root() { kind, words }: LogItem, @Ctx() { language }: Context): Promise<string> {
    if (words !== undefined) return words;
    const { LOG_KIND_NAMES } = await import('./log-texts.lazy');
    return LOG_KIND_NAMES[kind][language];
  }
}
