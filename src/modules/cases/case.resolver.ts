import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { Evidence } from '../evidence/evidence.type';
import { type CaseService } from './case.service';
import { type CaseMove } from './case.machine';
import { custodyOf, type CustodyLevel, solvedAtLevel } from './case.rules';
import {
  Case,
  CaseMoveEnum,
  CaseSummaryConnection,
  CustodyEntry,
  CustodyLevelEnum,
  TimelineEntry,
} from './case.type';

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
      'What an area or department has to deal with (待办事件): most urgent first, then oldest first.',
  })
  async inbox(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('holder', () => ID, {
      nullable: true,
      description: 'Code of the area or department (责任单位编码); your first duty when none is named.',
    })
    holder?: string,
  ): Promise<CaseSummaryConnection> {
    return toConnection(await ctx.services.cases.inbox(ctx.actor, holder ?? undefined, page));
  }

  @Query(() => CaseSummaryConnection, { description: 'What you reported (我上报的事件), newest first.' })
  async reportedCases(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CaseSummaryConnection> {
    return toConnection(await ctx.services.cases.reportedBy(ctx.actor, page));
  }

  @FieldResolver(() => [TimelineEntry], { description: 'Its life so far (事件经过), oldest first.' })
  timeline(@Root() { steps }: Case): TimelineEntry[] {
    return steps.map(({ id, move, at, by, text, holder }) => ({
      id,
      kind: move,
      at: new Date(at),
      by,
      text,
      holder,
    }));
  }

  @FieldResolver(() => [CustodyEntry], { description: 'Who held it when (责任链), oldest first.' })
  custody(@Root() { steps }: Case): CustodyEntry[] {
    return custodyOf(steps).map(({ since, until, acceptedAt, ...stay }) => ({
      ...stay,
      since: new Date(since),
      until: until === undefined ? undefined : new Date(until),
      acceptedAt: acceptedAt === undefined ? undefined : new Date(acceptedAt),
    }));
  }

  @FieldResolver(() => CustodyLevelEnum, {
    nullable: true,
    description: 'Level at which it was solved (办结层级); null while it is open.',
  })
  solvedAtLevel(@Root() { state, steps }: Case): CustodyLevel | undefined {
    return solvedAtLevel(state, steps);
  }

  @FieldResolver(() => [CaseMoveEnum], {
    description: 'Moves you could make now (可执行操作): draw a button for each.',
  })
  availableMoves(@Root() found: Case, @Ctx() { actor, services }: Context): CaseMove[] {
    return services.cases.availableMoves(actor, found);
  }

  @FieldResolver(() => [Evidence], {
    description: 'Pictures and videos (取证材料), in the order of their ids.',
  })
  evidence(@Root() found: Case, @Ctx() ctx: Context): Promise<Evidence[]> {
    return ctx.services.cases.evidenceOf(ctx.actor, ctx.reads, found);
  }
}
