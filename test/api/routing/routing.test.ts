import { newId } from '../../../src/shared/ids';
import {
  RoutingProposalsDocument,
  RoutingRulesDocument,
  RoutingSetDocument,
  WithdrawRoutingDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { injectFaults } from '../../support/faults';
import { approvedRouting, decide, propose, ROUTING_DAY, routingInput } from '../../support/routing';
import { makeWorld, type World } from '../../support/world';

const TIMEOUT = 60_000;
const codesOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors.map(({ code }) => code);
const rulesOn = async (world: World, on?: string) => {
  const { data } = await run(world, world.actor('STREET_STAFF'), RoutingRulesDocument, { on: on ?? null });
  return data.routingRules;
};

describe('rules with four eyes', () => {
  it(
    'hold from their day on once somebody else has approved them',
    async () => {
      const world = await makeWorld();
      const id = await approvedRouting(world);
      expect(await rulesOn(world)).toBeNull();
      expect(await rulesOn(world, ROUTING_DAY)).toMatchObject({ id, state: 'APPROVED' });
      const later = routingInput(world, { from: '2026-06-01' });
      await approvedRouting(world, later);
      expect((await rulesOn(world, '2026-05-31'))?.id).toBe(id);
      expect((await rulesOn(world, '2027-01-01'))?.id).toBe(later.id);
    },
    TIMEOUT,
  );

  it(
    'are not decided by who proposed them, not with another token of the same person either',
    async () => {
      const world = await makeWorld();
      const proposer = world.actor('DISTRICT_STAFF');
      const { routingSet } = await propose(world, proposer);
      const id = routingSet?.id ?? '';
      expect(codesOf(await decide(world, proposer, id))).toEqual(['OWN_PROPOSAL']);
      const other = { ...world.actor('DISTRICT_STAFF', undefined, '换名'), id: proposer.id };
      expect(codesOf(await decide(world, other, id))).toEqual(['OWN_PROPOSAL']);
      expect(
        codesOf(
          await decide(world, { ...other, issuedAt: 4_000_000_000 } as never, id, {
            decision: 'REJECT',
            reason: '否',
          }),
        ),
      ).toEqual(['OWN_PROPOSAL']);
    },
    TIMEOUT,
  );

  it(
    'are neither proposed nor decided by a street',
    async () => {
      const world = await makeWorld();
      const { routingSet } = await propose(world, world.actor('DISTRICT_STAFF'));
      await expect(propose(world, world.actor('STREET_STAFF'))).rejects.toThrow('FORBIDDEN');
      await expect(decide(world, world.actor('STREET_STAFF'), routingSet?.id ?? '')).rejects.toThrow(
        'FORBIDDEN',
      );
    },
    TIMEOUT,
  );

  it(
    'are withdrawn by who proposed them only, once',
    async () => {
      const world = await makeWorld();
      const proposer = world.actor('DISTRICT_STAFF');
      const { routingSet } = await propose(world, proposer);
      const input = { id: newId(), routingSet: routingSet?.id ?? '', reason: '另行提出' };
      const withdraw = async (actor: typeof proposer) =>
        (await run(world, actor, WithdrawRoutingDocument, { input })).data.withdrawRouting;
      expect(codesOf(await withdraw(world.actor('DISTRICT_STAFF')))).toEqual(['ROUTING_NOT_PROPOSER']);
      expect((await withdraw(proposer)).routingSet?.state).toBe('WITHDRAWN');
      expect((await withdraw(proposer)).routingSet?.state).toBe('WITHDRAWN');
      expect(codesOf(await decide(world, world.actor('DISTRICT_STAFF'), input.routingSet))).toEqual([
        'CONFLICT',
      ]);
    },
    TIMEOUT,
  );

  it(
    'of two who decide at once, one wins',
    async () => {
      const world = await makeWorld();
      const { routingSet } = await propose(world, world.actor('DISTRICT_STAFF'));
      const id = routingSet?.id ?? '';
      const answers = await Promise.all([
        decide(world, world.actor('DISTRICT_STAFF'), id),
        decide(world, world.actor('DISTRICT_STAFF'), id, { decision: 'REJECT', reason: '不妥' }),
      ]);
      expect(answers.flatMap(codesOf)).toEqual(['CONFLICT']);
      const won = answers.find(({ userErrors }) => userErrors.length === 0)?.routingSet?.state;
      expect((await rulesOn(world, ROUTING_DAY))?.id).toBe(won === 'APPROVED' ? id : undefined);
    },
    TIMEOUT,
  );

  it(
    'answer a repeat as the first time, and another request with the same id with CONFLICT',
    async () => {
      const world = await makeWorld();
      const [proposer, decider] = [world.actor('DISTRICT_STAFF'), world.actor('DISTRICT_STAFF')];
      const input = routingInput(world);
      const first = await propose(world, proposer, input);
      expect(await propose(world, proposer, input)).toEqual(first);
      expect(codesOf(await propose(world, proposer, { ...input, reason: '别的' }))).toEqual(['CONFLICT']);
      const request = newId();
      const decided = await decide(world, decider, input.id, { id: request });
      expect(await decide(world, decider, input.id, { id: request })).toEqual(decided);
      expect(
        codesOf(await decide(world, decider, input.id, { id: request, decision: 'REJECT', reason: '否' })),
      ).toEqual(['CONFLICT']);
    },
    TIMEOUT,
  );

  it(
    'are whole after an answer was lost: approved and holding, or neither',
    async () => {
      const world = await makeWorld();
      const decider = world.actor('DISTRICT_STAFF');
      const { routingSet } = await propose(world, world.actor('DISTRICT_STAFF'));
      const id = routingSet?.id ?? '';
      const faults = injectFaults(world.foundation.table.client, 7);
      const request = newId();
      for (const fault of ['lostRequests', 'lostAnswers'] as const) {
        faults[fault] = 1;
        await decide(world, decider, id, { id: request }).catch(() => undefined);
        faults[fault] = 0;
        const { data } = await run(world, decider, RoutingSetDocument, { id });
        const isHolding = (await rulesOn(world, ROUTING_DAY)) !== null;
        expect(isHolding).toBe(data.routingSet?.state === 'APPROVED');
      }
      expect((await decide(world, decider, id, { id: request })).routingSet?.state).toBe('APPROVED');
      expect((await rulesOn(world, ROUTING_DAY))?.id).toBe(id);
    },
    TIMEOUT,
  );

  it(
    'are refused that leave a case without a holder, name what is not there, or would hold today',
    async () => {
      const world = await makeWorld();
      const proposer = world.actor('DISTRICT_STAFF');
      const lead = world.bureau;
      const rules = [{ category: 'OTHER', level: 'GRID' as const, lead, coHandlers: [] }];
      expect(new Set(codesOf(await propose(world, proposer, routingInput(world, { rules }))))).toEqual(
        new Set(['ROUTING_GAP']),
      );
      const unknown = [{ level: 'GRID' as const, lead: `${world.district}-XXX`, coHandlers: [] }];
      expect(codesOf(await propose(world, proposer, routingInput(world, { rules: unknown })))).toEqual([
        'DEPARTMENT_UNKNOWN',
      ]);
      expect(codesOf(await propose(world, proposer, routingInput(world, { from: '2026-05-12' })))).toEqual([
        'ROUTING_DAY_TOO_EARLY',
      ]);
      const input = routingInput(world);
      await propose(world, proposer, input);
      world.clock.advance(24 * 3_600_000);
      expect(codesOf(await decide(world, world.actor('DISTRICT_STAFF'), input.id))).toEqual([
        'EFFECTIVE_DATE_PAST',
      ]);
    },
    TIMEOUT,
  );

  it(
    'are listed, newest first, and not shown to another district',
    async () => {
      const world = await makeWorld();
      const input = routingInput(world);
      await propose(world, world.actor('DISTRICT_STAFF'), input);
      const mine = await run(world, world.actor('COMMUNITY_STAFF'), RoutingProposalsDocument, {});
      expect(mine.errors).toEqual([]);
      expect(mine.data.routingProposals?.edges.map(({ node }) => node.id)).toEqual([input.id]);
      const foreign = await run(world, world.actor('DISTRICT_STAFF', '999999'), RoutingSetDocument, {
        id: input.id,
      });
      expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    },
    TIMEOUT,
  );
});
