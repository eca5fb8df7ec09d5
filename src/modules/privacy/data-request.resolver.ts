import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type CorrectionService } from './correction.service';
import { type DataDecisionService } from './data-decision.service';
import { DecideDataRequestInput, RequestCorrectionInput, RequestDeletionInput } from './data-request.input';
import { type DataRequestService } from './data-request.service';
import {
  DataRequestConnection,
  DataRequestPayload,
  DataRequestRegister,
  DataRequestTold,
  DataRequestType,
  DataRequestVerdictType,
} from './data-request.type';

type Context = RequestContext<{
  dataRequests: DataRequestService;
  dataDecisions: DataDecisionService;
  corrections: CorrectionService;
}>;

/** What residents ask about their own data, and what they are answered. */
@Resolver(() => DataRequestType)
export class DataRequestResolver {
  @Query(() => [DataRequestType], {
    nullable: true,
    description: 'Your own requests (我的申请), the latest first.',
  })
  myDataRequests(@Ctx() { actor, reads, services }: Context): Promise<DataRequestType[]> {
    return services.dataRequests.mine(actor, reads);
  }

  @Query(() => DataRequestConnection, {
    nullable: true,
    description:
      'The requests your community has to answer, or the corrections of your grid (待办个人信息申请), the most urgent first.',
  })
  async dataRequests(
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('area', () => ID, { nullable: true, description: 'Code of the community or grid (社区或网格编码).' })
    area?: string,
  ): Promise<DataRequestConnection> {
    return toConnection(await services.dataRequests.waitingIn(actor, area ?? undefined, page));
  }

  @Query(() => DataRequestType, {
    nullable: true,
    description:
      'A request to your community, or a correction in your grid (个人信息申请); NOT_FOUND otherwise.',
  })
  async dataRequest(
    @Arg('resident', () => ID, { description: 'Id of the resident (居民编号).' }) resident: string,
    @Arg('id', () => ID, { description: 'Id of the request (申请编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<DataRequestType> {
    return (await services.dataRequests.toAnswer(actor, reads, { resident, id })).request;
  }

  @FieldResolver(() => DataRequestTold, {
    nullable: true,
    description: 'What it says (申请内容); null in the list of a community, and once the person was erased.',
  })
  told(@Root() request: DataRequestType, @Ctx() { services }: Context): Promise<DataRequestTold | undefined> {
    return services.dataRequests.shown(request);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Id of the application in which it was said (所属办件); null where it was asked for itself.',
  })
  application(@Root() { origin }: DataRequestType): string | undefined {
    return origin?.application;
  }

  @FieldResolver(() => DataRequestRegister, {
    nullable: true,
    description:
      'What was and is on file of a correction that waits (登记内容对照); null in lists and once it is decided.',
  })
  register(
    @Root() request: DataRequestType,
    @Ctx() { reads, services }: Context,
  ): Promise<DataRequestRegister | undefined> {
    return services.corrections.compared(reads, request);
  }

  @FieldResolver(() => DataRequestVerdictType, {
    nullable: true,
    description: 'How it was decided (办理结果); null while it waits.',
  })
  verdict(@Root() { decision }: DataRequestType): DataRequestVerdictType | undefined {
    return decision && { at: new Date(decision.at), reason: decision.reason, by: decision.by.name };
  }

  @Mutation(() => DataRequestPayload, {
    description: 'Ask that your record be corrected (申请更正本人信息). You are answered by the deadline.',
  })
  requestCorrection(
    @Arg('input', () => RequestCorrectionInput, { description: 'What is wrong (更正内容).' })
    input: RequestCorrectionInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<DataRequestPayload> {
    return asPayload(language, () => services.dataRequests.correct(actor, reads, input));
  }

  @Mutation(() => DataRequestPayload, {
    description: 'Ask that your record be erased (申请删除本人信息). You are answered by the deadline.',
  })
  requestDeletion(
    @Arg('input', () => RequestDeletionInput, { description: 'Why (删除理由).' }) input: RequestDeletionInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<DataRequestPayload> {
    return asPayload(language, () => services.dataRequests.erase(actor, reads, input));
  }

  @Mutation(() => DataRequestPayload, {
    description:
      'Answer a resident’s request (办理个人信息申请). What is accepted is done at once: the record is changed, or erased.',
  })
  decideDataRequest(
    @Arg('input', () => DecideDataRequestInput, { description: 'The answer (决定).' })
    input: DecideDataRequestInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<DataRequestPayload> {
    return asPayload(language, () => services.dataDecisions.decide(actor, reads, input));
  }
}
