import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import { type FieldItemInput, SubmitFieldBatchDocument } from '../generated/operations';
import { run } from './api';
import { home, livingIn, mobile } from './residents';
import { type World } from './world';

/** An item as a phone makes it. */
export type SentItem = Partial<FieldItemInput> & { readonly id: string };

/** Hands in items, and gives their answers. */
export async function submitItems(world: World, actor: Actor, items: readonly SentItem[]) {
  const input = { items: items.map((item) => ({ after: [], ...item })) };
  const { data } = await run(world, actor, SubmitFieldBatchDocument, { input });
  return data.submitFieldBatch.answers ?? [];
}

/** An edit of a resident, on the version that is named. */
export function edit(resident: string, change: object, expectedVersion = 1): SentItem {
  const id = newId();
  return { id, residentUpdate: { id, resident, expectedVersion, ...change } };
}

/** A report of a hazard in an area. */
export function hazard(area: string, more: object = {}): SentItem {
  const id = newId();
  const report = {
    id,
    category: 'FIRE_HAZARD',
    text: '楼道堆物',
    place: { area },
    urgency: 'NORMAL' as const,
  };
  return { id, case: { ...report, evidence: [], ...more } };
}

/** A conflict of somebody's: they changed what another of their devices had changed; its id. */
export async function conflictOf(world: World, actor: Actor): Promise<string> {
  const resident = await livingIn(world, await home(world), { relation: 'HEAD' });
  const item = edit(resident, { phone: mobile() });
  await submitItems(world, actor, [edit(resident, { phone: mobile() })]);
  await submitItems(world, actor, [item]);
  return item.id;
}
