import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { toConnection } from '../../shared/connection.type';
import { Refusals } from '../../shared/errors';
import { asPayload, UserError, userErrorsOf } from '../../shared/user-error.type';
import { Evidence } from '../evidence/evidence.type';
import {
  AmendApplicationInput,
  ApplicationsToHandleArgs,
  ErrandsArgs,
  MoveApplicationInput,
  MyApplicationsArgs,
  OpenApplicationInput,
} from './application.input';
import { type ApplicationMove } from './application.machine';
import { type ApplicationCorrectionService } from './application-correction.service';
import { ApplicationCorrection } from './application-correction.type';
import { type ApplicationFormService } from './application-form.service';
import { ApplicationForm } from './application-form.type';
import { type ApplicationMoveService } from './application-move.service';
import { ApplicationStepType } from './application-step.type';
import { type ApplicationOpeningService } from './application-opening.service';
import { type ApplicationService } from './application.service';
import {
  Application,
  ApplicationAnswer,
  ApplicationApplicant,
  ApplicationConnection,
  ApplicationConsent,
  ApplicationHistoryEntry,
  ApplicationMaterial,
  ApplicationMoveEnum,
  ApplicationPayload,
  type SeenApplication,
} from './application.type';

type Context = RequestContext<{
  applications: ApplicationService;
  applicationOpenings: ApplicationOpeningService;
  applicationMoves: ApplicationMoveService;
  applicationCorrections: ApplicationCorrectionService;
  applicationForms: ApplicationFormService;
}>;

/** Applications for services. */
@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => Application, {
    nullable: true,
    description: 'An application (办件), for whoever has to do with it; NOT_FOUND otherwise.',
  })
  application(
    @Arg('id', () => ID, { description: 'Id (办件编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Application> {
    return services.applications.get(actor, reads, id);
  }

  @Query(() => ApplicationConnection, {
    nullable: true,
    description:
      'Your own applications (我的办件), or those of a family member, newest first, also those that somebody opened for you.',
  })
  async myApplications(
    @Ctx() { actor, reads, services }: Context,
    @Args(() => MyApplicationsArgs) { resident, ...page }: MyApplicationsArgs,
  ): Promise<ApplicationConnection> {
    return toConnection(await services.applications.mine(actor, reads, page, resident ?? undefined));
  }

  @Query(() => ApplicationConnection, {
    nullable: true,
    description: 'What a community has to handle in a state (待办办件), the most urgent first.',
  })
  async applicationsToHandle(
    @Ctx() { actor, services }: Context,
    @Args(() => ApplicationsToHandleArgs) { area, state, limitState, ...page }: ApplicationsToHandleArgs,
  ): Promise<ApplicationConnection> {
    const within = { area: area ?? undefined, state, limitState: limitState ?? undefined };
    return toConnection(await services.applications.toHandle(actor, within, page));
  }

  @Query(() => ApplicationConnection, {
    nullable: true,
    description: 'The results that you are asked to bring in your grid (送证上门任务).',
  })
  async errands(
    @Ctx() { actor, services }: Context,
    @Args(() => ErrandsArgs) { area, ...page }: ErrandsArgs,
  ): Promise<ApplicationConnection> {
    return toConnection(await services.applications.errands(actor, area ?? undefined, page));
  }

  @FieldResolver(() => ApplicationConsent, {
    nullable: true,
    description: 'That the resident agreed (委托代办授权); null where they applied themselves.',
  })
  consent(@Root() { consent }: SeenApplication): ApplicationConsent | undefined {
    return consent && { ...consent, at: new Date(consent.at) };
  }

  @FieldResolver(() => ApplicationApplicant, { description: 'Whose it is (申请人).' })
  applicant(
    @Root() application: SeenApplication,
    @Ctx() { reads, services }: Context,
  ): Promise<ApplicationApplicant> {
    return services.applications.applicantOf(reads, application);
  }

  @FieldResolver(() => [ApplicationAnswer], {
    description: 'What was answered (填写内容); nothing for whoever only brings the result.',
  })
  answers(@Root() application: SeenApplication, @Ctx() { services }: Context): Promise<ApplicationAnswer[]> {
    return services.applications.answersOf(application);
  }

  @FieldResolver(() => [ApplicationCorrection], {
    description:
      'What was corrected of what the register filled in, the latest first (自动填写信息的更正); nothing for whoever only brings the result.',
  })
  corrections(
    @Root() application: SeenApplication,
    @Ctx() { reads, services }: Context,
  ): Promise<ApplicationCorrection[]> {
    return services.applicationCorrections.of(reads, application);
  }

  @FieldResolver(() => [ApplicationMaterial], {
    description:
      'The materials of the service with what was brought (材料清单); nothing for whoever only brings the result.',
  })
  materials(
    @Root() application: SeenApplication,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<ApplicationMaterial[]> {
    return services.applications.materialsOf(actor, reads, application);
  }

  @FieldResolver(() => [ApplicationForm], {
    description:
      'The sheets of the service with what was filled in of them (申请表格); nothing for whoever only brings the result.',
  })
  async forms(
    @Root() application: SeenApplication,
    @Ctx() { reads, services }: Context,
  ): Promise<ApplicationForm[]> {
    return application.isErrand ? [] : services.applicationForms.of(reads, application);
  }

  @FieldResolver(() => [UserError], {
    description: 'What is missing before it can be submitted (缺少的材料和填写项).',
  })
  async missing(
    @Root() application: SeenApplication,
    @Ctx() { reads, services, language }: Context,
  ): Promise<UserError[]> {
    const all = await services.applications.missingOf(reads, application);
    return all.length === 0 ? [] : userErrorsOf(new Refusals(all), language);
  }

  @FieldResolver(() => [Evidence], {
    description:
      'Pictures and PDFs of the result, to download (结果文书); nothing for whoever only brings it on paper.',
  })
  result(
    @Root() application: SeenApplication,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Evidence[]> {
    return services.applications.resultOf(actor, reads, application);
  }

  @FieldResolver(() => [ApplicationMoveEnum], { description: 'What you can do with it now (可办理动作).' })
  availableMoves(
    @Root() application: SeenApplication,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<ApplicationMove[]> {
    return services.applications.movesOf(actor, reads, application);
  }

  @FieldResolver(() => [ApplicationStepType], {
    description:
      'The steps of its service with how it went through them (办理环节); none of one opened before they were kept. What was said is left out for whoever only brings the result.',
  })
  steps(@Root() application: SeenApplication, @Ctx() { services }: Context): ApplicationStepType[] {
    return services.applications.stepsOf(application);
  }

  @FieldResolver(() => [ApplicationHistoryEntry], {
    description:
      'All that was done, the first first (办理记录); without texts for whoever only brings the result.',
  })
  history(@Root() { steps, isErrand }: SeenApplication): ApplicationHistoryEntry[] {
    return steps.map(({ move, to, at, by, text, materials = [], score }) => ({
      ...{ move, to, at: new Date(at), by, materials, score },
      text: isErrand ? undefined : text,
    }));
  }

  @Mutation(() => ApplicationPayload, {
    description:
      'Open an application (发起申请): for yourself, or for a resident of your area who agreed (帮办代办). What the register knows is filled in.',
  })
  openApplication(
    @Arg('input', () => OpenApplicationInput, { description: 'The application (申请).' })
    input: OpenApplicationInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ApplicationPayload> {
    return asPayload(language, () => services.applicationOpenings.open(actor, reads, input));
  }

  @Mutation(() => ApplicationPayload, {
    description:
      'Add materials and answers (补充材料) to a draft, or to what was returned or is to be supplied.',
  })
  amendApplication(
    @Arg('input', () => AmendApplicationInput, { description: 'What is added (材料).' })
    input: AmendApplicationInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ApplicationPayload> {
    return asPayload(language, () => services.applicationMoves.amend(actor, reads, input));
  }

  @Mutation(() => ApplicationPayload, {
    description:
      'Do something with an application (办理): submit, withdraw, accept, ask for more, finish a step, decide, hand over, rate. What is missing is told at once.',
  })
  moveApplication(
    @Arg('input', () => MoveApplicationInput, { description: 'What is done (办理).' })
    input: MoveApplicationInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ApplicationPayload> {
    return asPayload(language, () => services.applicationMoves.move(actor, reads, input));
  }
}
