import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { CaseSummaryConnection } from '../cases/case.type';
import { CasesArgs } from './case-list.input';
import { type CaseListService } from './case-list.service';

type Context = RequestContext<{ caseLists: CaseListService }>;

/** Lists of cases beyond one's own inbox. */
@Resolver()
export class CaseListResolver {
  @Query(() => CaseSummaryConnection, {
    nullable: true,
    description:
      'The cases of an area (事件查询) that you may see, newest first; as they were a moment ago. A page may be short though more follow.',
  })
  async cases(
    @Ctx() { actor, services }: Context,
    @Args(() => CasesArgs) { first, after, area, ...wish }: CasesArgs,
  ): Promise<CaseSummaryConnection> {
    const wished = {
      ...{ area, from: wish.from ?? undefined, to: wish.to ?? undefined },
      ...{ states: wish.states ?? undefined, categories: wish.categories ?? undefined },
      ...{ kinds: wish.kinds ?? undefined, words: wish.words ?? undefined },
    };
    return toConnection(await services.caseLists.search(actor, wished, { first, after }));
  }

  @Query(() => CaseSummaryConnection, {
    description:
      'What you reported (我上报的事件), newest first; as it was a moment ago: what you have just sent is in its answer.',
  })
  async reportedCases(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<CaseSummaryConnection> {
    return toConnection(await services.caseLists.reported(actor, page));
  }

  @Query(() => CaseSummaryConnection, {
    nullable: true,
    description:
      'What an area supervises (督办事项) until it is ended, newest first: what it presses for, and what went over its limit with a department.',
  })
  async supervisedCases(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('supervisor', () => ID, {
      nullable: true,
      description: 'Code of the area (督办单位编码); your first duty when none is named.',
    })
    supervisor?: string | null,
  ): Promise<CaseSummaryConnection> {
    return toConnection(await services.caseLists.supervised(actor, supervisor ?? undefined, page));
  }
}
