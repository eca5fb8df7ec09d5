import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type CaseClock, type Punctuality } from './case-clock.rules';
import { CaseClockType, PunctualityEnum } from './case-clock.type';
import { type CaseService } from './case.service';

/** Where a case stands in its limit, which changes by itself. */
@Resolver(() => CaseClockType)
export class CaseClockResolver {
  @FieldResolver(() => PunctualityEnum, { description: 'Where it stands now (时限状态).' })
  punctuality(
    @Root() clock: CaseClock,
    @Ctx() { services }: RequestContext<{ cases: CaseService }>,
  ): Punctuality {
    return services.cases.punctualityOf(clock);
  }
}
