import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  DecideDistrictRulesDocument,
  ProposeDistrictRulesDocument,
  type ProposeDistrictRulesInput,
  type ProposeDistrictRulesMutation,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** The day the rules of these tests hold from: the one after the world's own, a Wednesday. */
export const RULES_DAY = '2026-05-13';

/** Rules by which rubbish is to be handled in two working hours. */
export function rulesInput(
  world: World,
  more: Partial<ProposeDistrictRulesInput> = {},
): ProposeDistrictRulesInput {
  return {
    ...{ id: newId(), district: world.district, from: RULES_DAY, reason: '垃圾及时清运' },
    ...{ hours: [], free: [], worked: [] },
    categories: [
      {
        ...{ code: 'SANITATION_RUBBISH', isOffered: true },
        limits: [{ step: 'HANDLE', count: 2, unit: 'WORKING_HOURS' }],
      },
    ],
    ...more,
  };
}

/** What came of proposing rules. */
export async function proposeRules(
  world: World,
  actor: Actor,
  input: ProposeDistrictRulesInput = rulesInput(world),
): Promise<ProposeDistrictRulesMutation['proposeDistrictRules']> {
  const { data, errors } = await run(world, actor, ProposeDistrictRulesDocument, { input });
  if (errors.length > 0) throw new Error(`Proposing failed: ${JSON.stringify(errors)}`);
  return data.proposeDistrictRules;
}

/** What came of deciding about rules. */
export async function decideRules(
  world: World,
  actor: Actor,
  districtRules: string,
  more: { id?: string; decision?: 'APPROVE' | 'REJECT'; reason?: string } = {},
) {
  const input = { id: newId(), districtRules, decision: 'APPROVE' as const, ...more };
  const { data, errors } = await run(world, actor, DecideDistrictRulesDocument, { input });
  if (errors.length > 0) throw new Error(`Deciding failed: ${JSON.stringify(errors)}`);
  return data.decideDistrictRules;
}

/** Proposes rules and has somebody else approve them; their id. */
export async function approvedRules(world: World, input = rulesInput(world)): Promise<string> {
  const proposed = await proposeRules(world, world.actor('DISTRICT_STAFF'), input);
  const { districtRules, userErrors } = await decideRules(world, world.actor('DISTRICT_STAFF'), input.id);
  if (districtRules?.state !== 'APPROVED')
    throw new Error(`The rules were not approved: ${JSON.stringify([proposed.userErrors, userErrors])}`);
  return input.id;
}

/** Lets time pass until a moment in Shanghai, as `2026-05-13T09:00`. */
export function waitUntil(world: World, moment: string): void {
  world.clock.advance(Date.parse(`${moment}:00+08:00`) - world.clock.now().getTime());
}
