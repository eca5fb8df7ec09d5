import { newId } from '../../../src/shared/ids';
import { SetVisitTierDocument, SubmitVisitDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

const DAY = 86_400_000;

describe('a request whose answer was lost is answered the same after somebody else has changed the plan', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  const setTier = async (input: object, actor = world.actor('GRID_WORKER')) =>
    (await run(world, actor, SetVisitTierDocument, { input: input as never })).data.setVisitTier;

  it('when it set how often a household is visited', async () => {
    const { household } = await listed(world);
    const worker = world.actor('GRID_WORKER');
    const input = { id: newId(), household, tier: 'CLOSE' };
    expect(await setTier(input, worker)).toMatchObject({ plan: { tier: 'CLOSE' }, userErrors: [] });
    await setTier({ id: newId(), household, tier: 'KEY' }, world.actor('COMMUNITY_STAFF'));
    await run(world, worker, SubmitVisitDocument, { input: visitOf(world, household) });
    await world.services.visitPlans.follow([household]);
    expect(await setTier(input, worker)).toMatchObject({ plan: { tier: 'KEY' }, userErrors: [] });
    const other = await setTier({ ...input, tier: 'GENERAL' }, worker);
    expect(other.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('when it handed in a visit with a day that is too far ahead by now, and weeks later', async () => {
    const { household } = await listed(world);
    const worker = world.actor('GRID_WORKER');
    const submit = async (input: ReturnType<typeof visitOf>) =>
      (await run(world, worker, SubmitVisitDocument, { input })).data.submitVisit;
    const input = visitOf(world, household, { nextOn: '2026-07-20' });
    const first = await submit(input);
    expect(first.userErrors).toEqual([]);
    await setTier({ id: newId(), household, tier: 'CLOSE' }, world.actor('COMMUNITY_STAFF'));
    expect(await submit(input)).toMatchObject({ visit: { id: input.id }, userErrors: [] });
    const another = await submit({ ...input, id: newId() });
    expect(another.userErrors).toMatchObject([{ code: 'VISIT_NEXT_INVALID' }]);
    world.clock.advance(40 * DAY);
    expect(await submit(input)).toMatchObject({ visit: { id: input.id }, userErrors: [] });
    expect((await submit({ ...input, id: newId() })).userErrors).toMatchObject([
      { code: 'VISIT_TIME_INVALID' },
    ]);
  });
});
