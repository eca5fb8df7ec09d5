import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type CoverageService } from './coverage.service';
import { Coverage } from './coverage.type';

type Context = RequestContext<{ coverage: CoverageService }>;

/** Whether grids cover a community without a seam. */
@Resolver()
export class CoverageResolver {
  @Query(() => Coverage, {
    nullable: true,
    description:
      'Gaps and overlaps between the grids of a community (无缝覆盖检查), or those that concern one grid.',
  })
  coverage(
    @Arg('area', () => ID, { description: 'Code of a community or grid (社区或网格编码).' }) area: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Coverage> {
    return services.coverage.of(actor, reads, area);
  }
}
