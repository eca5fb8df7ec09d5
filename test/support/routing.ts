import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  DecideRoutingDocument,
  ProposeRoutingDocument,
  type ProposeRoutingInput,
  type ProposeRoutingMutation,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** The day the rules of these tests hold from: the one after the world's own. */
export const ROUTING_DAY = '2026-05-13';

/** A set that is whole, and sends dangerous goods straight to the street. */
export function routingInput(world: World, more: Partial<ProposeRoutingInput> = {}): ProposeRoutingInput {
  return {
    ...{ id: newId(), district: world.district, from: ROUTING_DAY, reason: '明确主办部门' },
    rules: [
      { level: 'GRID', lead: world.bureau, coHandlers: [] },
      {
        ...{ category: 'SECURITY_DANGEROUS_GOODS', area: world.street, level: 'STREET' },
        ...{ lead: world.office, coHandlers: [world.bureau], note: '危险物品直达街道' },
      },
    ],
    ...more,
  };
}

/** What came of proposing a set. */
export async function propose(
  world: World,
  actor: Actor,
  input: ProposeRoutingInput = routingInput(world),
): Promise<ProposeRoutingMutation['proposeRouting']> {
  const { data, errors } = await run(world, actor, ProposeRoutingDocument, { input });
  if (errors.length > 0) throw new Error(`Proposing failed: ${JSON.stringify(errors)}`);
  return data.proposeRouting;
}

/** What came of deciding about a set. */
export async function decide(
  world: World,
  actor: Actor,
  routingSet: string,
  more: { id?: string; decision?: 'APPROVE' | 'REJECT'; reason?: string } = {},
) {
  const input = { id: newId(), routingSet, decision: 'APPROVE' as const, ...more };
  const { data, errors } = await run(world, actor, DecideRoutingDocument, { input });
  if (errors.length > 0) throw new Error(`Deciding failed: ${JSON.stringify(errors)}`);
  return data.decideRouting;
}

/** Proposes a set and has somebody else approve it; its id. */
export async function approvedRouting(world: World, input = routingInput(world)): Promise<string> {
  await propose(world, world.actor('DISTRICT_STAFF'), input);
  const { routingSet } = await decide(world, world.actor('DISTRICT_STAFF'), input.id);
  if (routingSet?.state !== 'APPROVED') throw new Error('The rules were not approved.');
  return input.id;
}

/** The same, and their day has come. */
export async function routedWorld(world: World, input = routingInput(world)): Promise<string> {
  const id = await approvedRouting(world, input);
  world.clock.advance(24 * 3_600_000);
  return id;
}
