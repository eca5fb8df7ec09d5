import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { Evidence } from '../evidence/evidence.type';
import { isIntact } from './case-chain.rules';
import { InboxArgs } from './case.input';
import { timelineOf } from './case-timeline.rules';
import { type CaseService } from './case.service';
import { custodyOf, type CustodyLevel, solvedAtLevel } from './case.rules';
import { CustodyEntry, TimelineEntry } from './case-timeline.type';
import { Case, CaseSummaryConnection, CustodyLevelEnum } from './case.type';

type Context = RequestContext<{ cases: CaseService }>;

/** What can be asked about cases. */
@Resolver(() => Case)
export class CaseResolver {
  @Query(() => Case, {
    nullable: true,
    description: 'The case (事件) with this id; NOT_FOUND when you may not see it.',
  })
  case(
    @Arg('id', () => ID, { description: 'Id (事件编号).' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<Case> {
    return ctx.services.cases.get(ctx.actor, ctx.reads, id);
  }

  @Query(() => CaseSummaryConnection, {
    nullable: true,
    description:
      'What an area or department has to deal with (待办事件): most urgent first, then what is due first.',
  })
  async inbox(
    @Ctx() ctx: Context,
    @Args(() => InboxArgs) { holder, punctuality, states, ...page }: InboxArgs,
  ): Promise<CaseSummaryConnection> {
    const filter = { punctuality: punctuality ?? undefined, states: states ?? undefined };
    return toConnection(await ctx.services.cases.inbox(ctx.actor, holder ?? undefined, filter, page));
  }

  @FieldResolver(() => [TimelineEntry], { description: 'Its life so far (事件经过), oldest first.' })
  timeline(@Root() found: Case): TimelineEntry[] {
    return timelineOf(found);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether its history is what was kept step by step (经过是否完整): false when anything of it was changed, left out or added since.',
  })
  historyIntact(@Root() found: Case): boolean {
    return isIntact(found);
  }

  @FieldResolver(() => [CustodyEntry], { description: 'Who held it when (责任链), oldest first.' })
  custody(@Root() { steps }: Case): CustodyEntry[] {
    return custodyOf(steps).map(({ since, until, acceptedAt, dueAt, ...stay }) => ({
      ...stay,
      since: new Date(since),
      until: dateOf(until),
      acceptedAt: dateOf(acceptedAt),
      dueAt: dateOf(dueAt),
    }));
  }

  @FieldResolver(() => CustodyLevelEnum, {
    nullable: true,
    description:
      'Level at which it was solved (办结层级); null while it is open, and for a part of another case, which counts once.',
  })
  solvedAtLevel(@Root() { state, steps, partOf }: Case): CustodyLevel | undefined {
    return partOf === undefined ? solvedAtLevel(state, steps) : undefined;
  }

  @FieldResolver(() => [Evidence], {
    description: 'Pictures and videos (取证材料), in the order of their ids.',
  })
  evidence(@Root() found: Case, @Ctx() ctx: Context): Promise<Evidence[]> {
    return ctx.services.cases.evidenceOf(ctx.actor, ctx.reads, found);
  }
}

function dateOf(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}
