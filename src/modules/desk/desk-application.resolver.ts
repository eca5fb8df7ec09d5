import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { type ApplicationState } from '../applications/application.machine';
import { ApplicationConnection, ApplicationStateEnum } from '../applications/application.type';
import { type Punctuality } from '../cases/case-clock.rules';
import { PunctualityEnum } from '../cases/case-clock.type';
import { type DeskApplicationService } from './desk-application.service';

type Context = RequestContext<{ deskApplications: DeskApplicationService }>;

@ArgsType()
class DeskApplicationsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the department (部门编码); your own when none is named.',
  })
  department?: string | null;

  @Field(() => ApplicationStateEnum, {
    nullable: true,
    description: 'Only in this state (状态): ACCEPTED, SUPPLEMENT or APPEALED.',
  })
  state?: ApplicationState | null;

  @Field(() => PunctualityEnum, {
    nullable: true,
    description:
      'Only what stands so in its limit or in that of its step, whichever is the worse (时限状态), for instance what is over.',
  })
  limitState?: Punctuality | null;
}

/** The applications that a department has. */
@Resolver()
export class DeskApplicationResolver {
  @Query(() => ApplicationConnection, {
    nullable: true,
    description:
      'The applications that a department has (部门待办办件): those at a step of its own, and appeals against what it decided; the most urgent first, at most 1,000. As it was a moment ago.',
  })
  async deskApplications(
    @Ctx() { actor, services }: Context,
    @Args(() => DeskApplicationsArgs) { department, state, limitState, ...page }: DeskApplicationsArgs,
  ): Promise<ApplicationConnection> {
    const wanted = { state: state ?? undefined, limitState: limitState ?? undefined };
    return toConnection(await services.deskApplications.list(actor, department ?? undefined, wanted, page));
  }
}
