import { type Actor } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { businessDate, daysAfter } from '../../src/shared/business-date';
import { newId } from '../../src/shared/ids';
import {
  RecordFollowUpDocument,
  type RecordFollowUpMutation,
  type RecordMediationFollowUpInput,
  type RecordMediationInput,
  RecordMediationDocument,
  type RecordMediationMutation,
} from '../generated/operations';
import { run } from './api';
import { reportCase } from './cases';
import { type World } from './world';

/** A day so many days from the world's today. */
export function day(world: World, days = 0): string {
  return daysAfter(businessDate(world.clock.now()), days);
}

/** A dispute that the worker of the world's grid reported and holds; its id. */
export async function dispute(world: World, actor = world.actor('GRID_WORKER')): Promise<string> {
  return (await reportCase(world, actor, { category: 'DISPUTE_NEIGHBOURS', urgency: 'NORMAL' })).id;
}

/** A first session, of today, by which two neighbours agree; with two follow-ups. */
export function sessionInput(
  world: World,
  caseId: string,
  more: Partial<RecordMediationInput> = {},
): RecordMediationInput {
  return {
    ...{ id: newId(), caseId, expectedVersion: 0, on: day(world), place: '社区调解室', outcome: 'AGREED' },
    parties: [
      { name: '欧阳建国', role: '楼上住户' },
      { name: '老周理发店', role: '店主' },
    ],
    agreement: {
      text: '夜间停工，三十日内完工。',
      ...{ keptBy: day(world, 30), followUps: [day(world, 7), day(world, 30)] },
    },
    ...more,
  };
}

/** The input of a session that comes to another outcome. */
export function without(
  world: World,
  caseId: string,
  outcome: 'NOT_AGREED' | 'ADJOURNED',
  more: Partial<RecordMediationInput> = {},
): RecordMediationInput {
  return sessionInput(world, caseId, { outcome, agreement: null, note: '一方要求诉讼解决。', ...more });
}

/** What a follow-up found, of the first one of {@link sessionInput}. */
export function followUpInput(
  world: World,
  caseId: string,
  more: Partial<RecordMediationFollowUpInput> = {},
): RecordMediationFollowUpInput {
  return {
    ...{ id: newId(), caseId, expectedVersion: 1, on: day(world, 7), outcome: 'HELD', note: '已停工。' },
    ...more,
  };
}

/** Records a session; the payload. */
export async function mediate(
  world: World,
  actor: Actor,
  input: RecordMediationInput,
): Promise<RecordMediationMutation['recordMediation']> {
  const { data, errors } = await run(world, actor, RecordMediationDocument, { input });
  if (errors.length > 0) throw new Error(`Nothing was recorded: ${JSON.stringify(errors)}`);
  return data.recordMediation;
}

/** Records what a follow-up found; the payload. */
export async function followUp(
  world: World,
  actor: Actor,
  input: RecordMediationFollowUpInput,
): Promise<RecordFollowUpMutation['recordMediationFollowUp']> {
  const { data, errors } = await run(world, actor, RecordFollowUpDocument, { input });
  if (errors.length > 0) throw new Error(`Nothing was recorded: ${JSON.stringify(errors)}`);
  return data.recordMediationFollowUp;
}

/** The codes of the refusals in a payload. */
export const codes = ({ userErrors }: { readonly userErrors: readonly { readonly code: string }[] }) =>
  userErrors.map(({ code }) => code);

/** Mediates a case of the world, by its community, to an agreement with two follow-ups. */
export async function mediated(world: World, caseId: string): Promise<string> {
  const by = world.actor('COMMUNITY_STAFF');
  const reads = createCollectionReader(world.foundation.table);
  const { parties, ...input } = sessionInput(world, caseId);
  await world.services.mediations.record(by, reads, { ...input, parties: [...(parties ?? [])] });
  return caseId;
}
