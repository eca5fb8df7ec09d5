import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Punctuality } from '../cases/case-clock.rules';
import { PunctualityEnum } from '../cases/case-clock.type';
import { type ApplicationSummary } from './application.rules';
import { ApplicationCurrentStep } from './application-step.type';
import { type ApplicationService } from './application.service';
import { ApplicationSummaryType } from './application.type';

/** Where an application and its step stand in their limits, which changes by itself. */
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

  @FieldResolver(() => ApplicationCurrentStep, {
    nullable: true,
    description:
      'The step that it stands at (当前环节), once it is accepted; null otherwise, and where its service has no more than one.',
  })
  step(
    @Root() { step }: ApplicationSummary,
    @Ctx() { services }: RequestContext<{ applications: ApplicationService }>,
  ): ApplicationCurrentStep | undefined {
    return step && { ...step, limitState: services.applications.limitStateOf(step) };
  }
}
