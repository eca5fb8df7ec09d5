import { Arg, Ctx, ID, Resolver, Subscription } from 'type-graphql';
import { grantFor } from '../../auth/permissions';
import { type RequestContext } from '../../auth/request';
import { TechnicalError } from '../../shared/errors';
import { type CaseService } from './case.service';
import { Case } from './case.type';

type Context = RequestContext<{ cases: CaseService }>;

/** What can be watched of cases. */
@Resolver()
export class CaseLiveResolver {
  @Subscription(() => Case, {
    nullable: true,
    topics: 'CASE_MOVED',
    description:
      'Each case of an area (区域内事件动态) whenever it is reported or moved, as it then stands. Delivered at least once: the same version may come twice.',
  })
  async caseMoved(
    @Arg('area', () => ID, { description: 'Code of the area watched (区域编码), with all that lies in it.' })
    area: string,
    @Ctx() { live, actor, reads, services }: Context,
  ): Promise<Case | undefined> {
    if (live === undefined) throw new TechnicalError('WEBSOCKET_REQUIRED');
    if (live.moment === 'MOVED') return services.cases.get(actor, reads, live.caseId, { consistent: true });
    if (grantFor(actor, 'case:watch', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    live.watch(area);
    return undefined;
  }
}
