import { newId } from '../../../src/shared/ids';
import {
  AdjustmentPageDocument,
  AdjustmentsDocument,
  DecideAdjustmentDocument,
  MyAdjustmentsDocument,
  ProposeAdjustmentDocument,
  type ProposeAdjustmentInput,
  WithdrawAdjustmentDocument,
} from '../../generated/operations';
import {
  approved,
  DAY,
  dayComes,
  newGrids,
  propose,
  secondCourtyard,
  splitInput,
  strip,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

async function refusal(world: World, input: ProposeAdjustmentInput, actor = world.actor('COMMUNITY_STAFF')) {
  const { data } = await run(world, actor, ProposeAdjustmentDocument, { input });
  return data.proposeAdjustment.userErrors.map(({ code }) => code);
}

describe('a plan to change grids', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  it('is proposed with all it means: kinds, changes for each grid, the new codes of courtyards', async () => {
    const other = await secondCourtyard(world);
    const { west, east } = newGrids(world);
    const plan = await propose(world, splitInput(world, {}, [other]));
    expect(plan).toMatchObject({ version: 1, state: 'PROPOSED', kinds: ['SPLIT'], effectiveOn: DAY });
    expect(plan.courtyards).toEqual([
      { courtyard: world.courtyard, toGrid: east, code: `${east}001` },
      { courtyard: other, toGrid: west, code: `${west}002` },
    ]);
    expect(plan.changes).toEqual([
      { code: world.grid, name: '第一网格', change: 'ENDS', courtyardsIn: 0, courtyardsOut: 2 },
      { code: west, name: '西网格', change: 'NEW', courtyardsIn: 1, courtyardsOut: 0 },
      { code: east, name: '东网格', change: 'NEW', courtyardsIn: 1, courtyardsOut: 0 },
    ]);
  });

  it('may be proposed again: the same answer; with other content it is a conflict', async () => {
    const actor = world.actor('COMMUNITY_STAFF');
    const input = splitInput(world);
    const first = await propose(world, input, actor);
    expect(await propose(world, input, actor)).toEqual(first);
    expect(await refusal(world, { ...input, reason: '别的理由' }, actor)).toEqual(['CONFLICT']);
  });

  it('is refused when a courtyard is left behind, land is lost, or grids would overlap', async () => {
    const { west, east } = newGrids(world);
    const input = splitInput(world);
    const [first, second] = input.grids as [object, object];
    expect(await refusal(world, { ...input, courtyards: [] })).toEqual(['COURTYARD_LEFT_BEHIND']);
    const short = { code: west, name: '西', kind: 'GENERAL', datum: 'WGS84', boundary: strip(world, 0, 0.7) };
    const wide = { ...short, boundary: strip(world, 0, 0.9) };
    expect(await refusal(world, { ...input, grids: [short, second] as never })).toEqual(['GAP_LEFT']);
    expect(await refusal(world, { ...input, grids: [wide, second] as never })).toEqual(['OVERLAP_MADE']);
    expect(await refusal(world, { ...input, grids: [first] as never })).toEqual(['AREA_UNKNOWN']);
    expect(await refusal(world, { ...input, ends: [world.grid, east] })).toEqual(['AREA_UNKNOWN']);
  });

  it('is refused when another open plan touches one of its grids, and not once that one is withdrawn', async () => {
    const { id, version } = await propose(world, splitInput(world));
    expect(await refusal(world, splitInput(world))).toEqual(['GRID_IN_OTHER_PLAN']);
    const withdrawal = { id: newId(), adjustment: id, expectedVersion: version, reason: '另行提出' };
    const { data } = await run(world, world.actor('COMMUNITY_STAFF'), WithdrawAdjustmentDocument, {
      input: withdrawal,
    });
    expect(data.withdrawAdjustment.adjustment).toMatchObject({ version: 2, state: 'WITHDRAWN' });
    await propose(world, splitInput(world));
  });

  it('is decided one level up: a community’s by its street, a street’s by the district, never by the same person', async () => {
    const decide = async (id: string, actor = world.actor('STREET_STAFF')) => {
      const input = { id: newId(), adjustment: id, expectedVersion: 1, decision: 'APPROVE' } as const;
      const { data } = await run(world, actor, DecideAdjustmentDocument, { input });
      const { adjustment, userErrors } = data.decideAdjustment;
      return adjustment?.state ?? userErrors.map(({ code }) => code).join();
    };
    const proposer = world.actor('STREET_STAFF');
    const streets = await propose(world, splitInput(world), proposer);
    expect(await decide(streets.id)).toBe('NOT_DECIDER');
    const both = { ...world.actor('DISTRICT_STAFF'), id: proposer.id };
    expect(await decide(streets.id, both)).toBe('OWN_PROPOSAL');
    expect(await decide(streets.id, world.actor('DISTRICT_STAFF'))).toBe('APPROVED');
    expect(await decide(streets.id, world.actor('DISTRICT_STAFF'))).toBe('CONFLICT');
  });

  it('cannot be approved after its day, and a rejection needs a reason', async () => {
    const { id } = await propose(world, splitInput(world));
    dayComes(world);
    world.clock.advance(24 * 3_600_000);
    const input = { id: newId(), adjustment: id, expectedVersion: 1 };
    const street = world.actor('STREET_STAFF');
    const late = await run(world, street, DecideAdjustmentDocument, {
      input: { ...input, decision: 'APPROVE' },
    });
    expect(late.data.decideAdjustment.userErrors).toMatchObject([{ code: 'EFFECTIVE_DATE_PAST' }]);
    const mute = await run(world, street, DecideAdjustmentDocument, {
      input: { ...input, decision: 'REJECT' },
    });
    expect(mute.data.decideAdjustment.userErrors).toMatchObject([{ code: 'TEXT_REQUIRED' }]);
  });

  it('is seen by the workers of the grids concerned once it is approved, and by no others', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id, version } = await propose(world, splitInput(world));
    const seen = async (actor = worker) => {
      const { data } = await run(world, actor, MyAdjustmentsDocument, {});
      return data.adjustments?.edges.map(({ node }) => node.id);
    };
    expect(await seen()).toEqual([]);
    const hidden = await run(world, worker, AdjustmentPageDocument, { id });
    expect(hidden.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await run(world, world.actor('STREET_STAFF'), DecideAdjustmentDocument, {
      input: { id: newId(), adjustment: id, expectedVersion: version, decision: 'APPROVE' },
    });
    expect(await seen()).toEqual([id]);
    expect(await seen(world.actor('GRID_WORKER', newGrids(world).east))).toEqual([id]);
    expect(await seen(world.actor('GRID_WORKER', world.nextGrid))).toEqual([]);
    const page = await run(world, worker, AdjustmentPageDocument, { id });
    expect(page.data.adjustment?.timeline.map(({ kind }) => kind)).toEqual(['PROPOSE', 'APPROVE']);
  });

  it('is listed newest first, page by page, for the area that is asked and no other', async () => {
    const withdrawn = await propose(world, splitInput(world));
    await run(world, world.actor('COMMUNITY_STAFF'), WithdrawAdjustmentDocument, {
      input: { id: newId(), adjustment: withdrawn.id, expectedVersion: 1, reason: '另行提出' },
    });
    world.clock.advance(1000);
    const second = await approved(world, splitInput(world));
    const list = async (variables: object) => {
      const { data } = await run(world, world.actor('DISTRICT_STAFF'), AdjustmentsDocument, variables);
      return data.adjustments!;
    };
    const first = await list({ area: world.district, first: 1 });
    expect(first.edges.map(({ node }) => node.id)).toEqual([second]);
    const rest = await list({ area: world.district, first: 1, after: first.pageInfo.endCursor });
    expect(rest.edges.map(({ node }) => node.id)).toEqual([withdrawn.id]);
    expect((await list({ area: world.otherCommunity })).edges).toEqual([]);
  });
});
