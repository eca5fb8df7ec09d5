import { createHash } from 'node:crypto';
import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  AcceptCaseDocument,
  type CaseMovedFragment,
  CasePageDocument,
  type CasePageQuery,
  CloseCaseDocument,
  DispatchCaseDocument,
  EscalateCaseDocument,
  type CaseMove,
  MoveCaseDocument,
  type MoveCaseInput,
  ReportBackCaseDocument,
  type ReportCaseInput,
  ReportCaseDocument,
  type ReportCaseMutation,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** A report as a worker in the world's grid would send it. */
export function reportInput(world: World, more: Partial<ReportCaseInput> = {}): ReportCaseInput {
  return {
    id: newId(),
    category: 'SECURITY_DANGEROUS_GOODS',
    urgency: 'EMERGENCY',
    text: '地下车库有人搬运成箱货物，询问时含糊其辞。',
    place: { point: { ...world.point, datum: 'WGS84' }, address: '地下车库 B2' },
    evidence: [],
    ...more,
  };
}

/** A slot for a picture that nobody will upload. */
export function slotInput(role: 'SCENE' | 'AFTER' = 'SCENE') {
  const sha256 = createHash('sha256').update(newId()).digest('base64');
  return { id: newId(), role, contentType: 'image/jpeg', size: 1000, sha256 } as const;
}

/** Reports a case; fails loudly when it is refused. */
export async function reportCase(
  world: World,
  actor: Actor,
  more: Partial<ReportCaseInput> = {},
): Promise<NonNullable<ReportCaseMutation['reportCase']['case']>> {
  const { data, errors } = await run(world, actor, ReportCaseDocument, { input: reportInput(world, more) });
  const reported = errors.length === 0 ? data.reportCase.case : undefined;
  if (!reported) throw new Error(`The report was refused: ${JSON.stringify([errors, data])}`);
  return reported;
}

/** The case page as `actor` sees it. */
export async function casePage(
  world: World,
  actor: Actor,
  id: string,
): Promise<NonNullable<CasePageQuery['case']>> {
  const { data, errors } = await run(world, actor, CasePageDocument, { id });
  if (!data.case) throw new Error(`There is no case page: ${JSON.stringify(errors)}`);
  return data.case;
}

const MOVES = {
  escalate: (caseId: string) => ({
    document: EscalateCaseDocument,
    field: 'escalateCase',
    input: { id: newId(), caseId, text: '网格无法处置' },
  }),
  dispatch: (caseId: string, world: World) => ({
    document: DispatchCaseDocument,
    field: 'dispatchCase',
    input: { id: newId(), caseId, department: world.office },
  }),
  accept: (caseId: string) => ({
    document: AcceptCaseDocument,
    field: 'acceptCase',
    input: { id: newId(), caseId },
  }),
  reportBack: (caseId: string) => ({
    document: ReportBackCaseDocument,
    field: 'reportBackCase',
    input: { id: newId(), caseId, text: '查获 288 箱，已清运。', evidence: [slotInput('AFTER')] },
  }),
  close: (caseId: string) => ({
    document: CloseCaseDocument,
    field: 'closeCase',
    input: { id: newId(), caseId, conditionMet: true },
  }),
} as const;

/** Makes any move as `moveCase` does; returns the payload. */
export async function makeMove(
  world: World,
  actor: Actor,
  caseId: string,
  move: CaseMove,
  more: Partial<MoveCaseInput> = {},
): Promise<CaseMovedFragment> {
  const input = { id: newId(), caseId, move, text: '说明', evidence: [], ...more };
  const { data, errors } = await run(world, actor, MoveCaseDocument, { input });
  if (errors.length > 0) throw new Error(`The move failed: ${JSON.stringify(errors)}`);
  return data.moveCase;
}

/** Makes a move with the usual input, or with `more` of it; returns the payload. */
export async function moveCase(
  world: World,
  actor: Actor,
  caseId: string,
  name: keyof typeof MOVES,
  more: object = {},
): Promise<CaseMovedFragment> {
  const { document, field, input } = MOVES[name](caseId, world);
  const { data, errors } = await run<Record<string, CaseMovedFragment>, Record<string, unknown>>(
    world,
    actor,
    document as never,
    { input: { ...input, ...more } },
  );
  const payload = errors.length === 0 ? data[field] : undefined;
  if (payload === undefined) throw new Error(`The move failed: ${JSON.stringify(errors)}`);
  return payload;
}
