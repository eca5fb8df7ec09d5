import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Punctuality } from '../cases/case-clock.rules';
import { PunctualityEnum } from '../cases/case-clock.type';
import { type ApplicationSummary } from './application.rules';
import { type ApplicationService } from './application.service';
import { ApplicationSummaryType } from './application.type';

/** Where an application stands in its limit, which changes by itself. */
@Resolver(() => ApplicationSummaryType)
export class ApplicationLimitResolver {
  @FieldResolver(() => PunctualityEnum, {
    nullable: true,
    description: 'Where it stands in the office’s limit now (时限状态); null while none runs.',
  })
  limitState(
    @Root() summary: ApplicationSummary,
    @Ctx() { services }: RequestContext<{ applications: ApplicationService }>,
  ): Punctuality | undefined {
    return services.applications.limitStateOf(summary);
  }
}
