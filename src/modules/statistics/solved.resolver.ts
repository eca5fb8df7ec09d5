import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Day } from '../../shared/business-date';
import { type SolvedService } from './solved.service';
import { SolvedAtLevels } from './solved.type';

type Context = RequestContext<{ solved: SolvedService }>;

/** At which level cases are solved. */
@Resolver()
export class SolvedResolver {
  @Query(() => SolvedAtLevels, {
    nullable: true,
    description:
      'At which levels the cases of an area were solved in a period (各层级办结占比), of at most 366 days; counted moments after each case.',
  })
  solvedAtLevels(
    @Ctx() { actor, services }: Context,
    @Arg('area', () => ID, { description: 'Code of an area of any level (区域编码).' }) area: string,
    @Arg('from', () => GraphQLLocalDate, {
      nullable: true,
      description: 'First day (起始日); the first of the running month when none is named.',
    })
    from?: Day,
    @Arg('to', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Last day (截止日); today when none is named.',
    })
    to?: Day,
  ): Promise<SolvedAtLevels> {
    return services.solved.ofArea(actor, area, { from: from ?? undefined, to: to ?? undefined });
  }
}
