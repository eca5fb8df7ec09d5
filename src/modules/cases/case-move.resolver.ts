import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import {
  AcceptCaseInput,
  AddCaseEvidenceInput,
  CloseCaseInput,
  DispatchCaseInput,
  EscalateCaseInput,
  InspectCaseInput,
  MoveCaseInput,
  ReportBackCaseInput,
  ReportCaseInput,
  ReturnCaseInput,
  SendBackCaseInput,
  SolveCaseInput,
} from './case.input';
import { type CaseMove } from './case.machine';
import { type CaseMoveService, type MoveRequest } from './case-move.service';
import { CasePayload } from './case-payload.type';
import { type CaseReportService } from './case-report.service';

type Context = RequestContext<{ caseReports: CaseReportService; caseMoves: CaseMoveService }>;

/** What can be done to a case. */
@Resolver()
export class CaseMoveResolver {
  @Mutation(() => CasePayload, {
    description: 'Report a case (上报事件): it goes to the grid the place lies in.',
  })
  reportCase(
    @Arg('input', () => ReportCaseInput, { description: 'The report (上报内容).' }) input: ReportCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return asPayload(ctx.language, () => ctx.services.caseReports.report(ctx.actor, ctx.reads, input));
  }

  @Mutation(() => CasePayload, { description: 'Open slots for more evidence on a case (补充取证材料).' })
  addCaseEvidence(
    @Arg('input', () => AddCaseEvidenceInput, { description: 'The slots (材料登记).' })
    input: AddCaseEvidenceInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return asPayload(ctx.language, () => ctx.services.caseMoves.addEvidence(ctx.actor, ctx.reads, input));
  }

  @Mutation(() => CasePayload, { description: 'Solve a case on the spot (自办自结), by whoever holds it.' })
  solveCase(
    @Arg('input', () => SolveCaseInput, { description: 'The move (操作).' }) input: SolveCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'SOLVE', input);
  }

  @Mutation(() => CasePayload, { description: 'Hand a case up one level, with a reason (上报上级).' })
  escalateCase(
    @Arg('input', () => EscalateCaseInput, { description: 'The move (操作).' }) input: EscalateCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'ESCALATE', input);
  }

  @Mutation(() => CasePayload, { description: 'Dispatch a case to a department (派遣).' })
  dispatchCase(
    @Arg('input', () => DispatchCaseInput, { description: 'The move (操作).' }) input: DispatchCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'DISPATCH', input);
  }

  @Mutation(() => CasePayload, {
    description: 'Accept a case that was dispatched to your department (接收).',
  })
  acceptCase(
    @Arg('input', () => AcceptCaseInput, { description: 'The move (操作).' }) input: AcceptCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'ACCEPT', input);
  }

  @Mutation(() => CasePayload, {
    description: 'Return a case that was dispatched wrongly, with a reason (退回).',
  })
  returnCase(
    @Arg('input', () => ReturnCaseInput, { description: 'The move (操作).' }) input: ReturnCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'RETURN', input);
  }

  @Mutation(() => CasePayload, {
    description: 'Report back what was done, with a picture of the result (处置反馈).',
  })
  reportBackCase(
    @Arg('input', () => ReportBackCaseInput, { description: 'The move (操作).' }) input: ReportBackCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'REPORT_BACK', input);
  }

  @Mutation(() => CasePayload, {
    description: 'Say what you found of the result of a case on the spot (现场核查), also without a signal.',
  })
  inspectCase(
    @Arg('input', () => InspectCaseInput, { description: 'The move (操作).' }) input: InspectCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'INSPECT', input);
  }

  @Mutation(() => CasePayload, { description: 'Verify what was done and close the case (核查结案).' })
  closeCase(
    @Arg('input', () => CloseCaseInput, { description: 'The move (操作).' }) input: CloseCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'CLOSE', input);
  }

  @Mutation(() => CasePayload, {
    description: 'Send a case back to whoever handled it, after a failed check (核查退回).',
  })
  sendBackCase(
    @Arg('input', () => SendBackCaseInput, { description: 'The move (操作).' }) input: SendBackCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    return move(ctx, 'SEND_BACK', input);
  }

  @Mutation(() => CasePayload, {
    description:
      'Make any move of a case (执行事件操作), as `availableActions` tells it. The most usual moves have mutations of their own.',
  })
  moveCase(
    @Arg('input', () => MoveCaseInput, { description: 'The move (操作).' }) input: MoveCaseInput,
    @Ctx() ctx: Context,
  ): Promise<CasePayload> {
    const { move: name, ...request } = input;
    return move(ctx, name, request);
  }
}

function move(ctx: Context, name: CaseMove, request: MoveRequest): Promise<CasePayload> {
  return asPayload(ctx.language, () => ctx.services.caseMoves.move(ctx.actor, ctx.reads, name, request));
}
