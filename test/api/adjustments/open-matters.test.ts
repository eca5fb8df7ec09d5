import { PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  MediationFollowUpsDocument,
  ReviewSheetDocument,
  type ReviewSheetInput,
  SheetResultsDocument,
  type SheetResultsQueryVariables,
} from '../../generated/operations';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { summaryFrom } from '../../../src/modules/applications/application.row';
import {
  approved,
  carryOut,
  dayComes,
  newGrids,
  round,
  splitInput,
  killedThroughout,
} from '../../support/adjustments';
import {
  amend,
  drafted,
  errands,
  handled,
  move,
  ORIGINALS,
  ready,
  shown,
  submitted,
} from '../../support/applications';
import { corrected, decide, waitingIn } from '../../support/corrections';
import { run } from '../../support/api';
import { codes, dispute, followUp, followUpInput, mediated } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { correctionAsked as asked } from '../../support/privacy';
import { filledIn, published as publishedSheet } from '../../support/sheets';
import { type World } from '../../support/world';

describe('what is open in a grid that is split', () => {
  let world: World;
  let table: MemoryTable;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });

  const theDayComes = async () => {
    await approved(world, splitInput(world));
    dayComes(world);
  };
  const splits = async () => {
    await theDayComes();
    await carryOut(world);
  };
  /** A correction that a resident asked for. */
  const correctionAsked = async (of: World) => {
    const { resident, id } = await asked(of);
    return { me: resident, request: id };
  };
  const workers = () => {
    const { east, west } = newGrids(world);
    return { eastern: world.actor('GRID_WORKER', east), western: world.actor('GRID_WORKER', west), east };
  };

  it('is the errand of the new grid’s worker, who brings the result, and no longer the old one’s', async () => {
    const id = await ready(world);
    await splits();
    const { eastern, western, east } = workers();
    expect(await errands(world, eastern, east)).toEqual([id]);
    expect(await errands(world, western, newGrids(world).west)).toEqual([]);
    expect(await errands(world, world.actor('GRID_WORKER'))).toEqual([]);
    expect(await shown(world, eastern, id)).toMatchObject({ version: 5 });
    expect((await move(world, eastern, [id, 5], 'BRING')).state).toBe('COLLECTED');
  });

  it('is on the list of the new grid where its office has to handle it', async () => {
    const id = await ready(world);
    await splits();
    const { east } = workers();
    const staff = world.actor('COMMUNITY_STAFF');
    expect(await handled(world, staff, 'READY', east)).toMatchObject([{ id, area: `${east}001` }]);
    expect(await handled(world, staff, 'READY', world.grid)).toEqual([]);
  });

  it('is where it lies today once it is submitted, if it was a draft on the day', async () => {
    const opener = world.actor('GRID_WORKER');
    const id = await drafted(world, opener);
    await splits();
    const { eastern, east } = workers();
    await amend(world, opener, { application: id, expectedVersion: 1, materials: ORIGINALS });
    expect((await move(world, opener, [id, 2], 'SUBMIT')).codes).toEqual([]);
    await move(world, world.actor('COMMUNITY_STAFF'), [id, 3], 'ACCEPT');
    await move(world, world.actor('STREET_STAFF'), [id, 4], 'APPROVE', { text: '准予登记。' });
    expect(await errands(world, eastern, east)).toEqual([id]);
  });

  it('is the correction that waits in the new grid, whose worker decides it', async () => {
    const { me, request } = await corrected(world);
    await splits();
    const { eastern, western, east } = workers();
    expect(await waitingIn(world, eastern, east)).toEqual([request]);
    expect(await waitingIn(world, western, newGrids(world).west)).toEqual([]);
    expect(await waitingIn(world, world.actor('GRID_WORKER'))).toEqual([]);
    expect(await decide(world, western, [me.id, request])).toBe('NOT_FOUND');
    expect(await decide(world, eastern, [me.id, request])).toBe('ACCEPTED');
    expect(await waitingIn(world, eastern, east)).toEqual([]);
  });

  it('is the follow-up that the new grid’s worker is reminded of, and records', async () => {
    const caseId = await mediated(world, await dispute(world));
    await splits();
    const { eastern, western, east } = workers();
    const due = async (actor: Actor, area: string) => {
      const { data } = await run(world, actor, MediationFollowUpsDocument, { area });
      return data.mediationFollowUps?.edges.map(({ node }) => [node.caseId, node.area]);
    };
    expect(await due(eastern, east)).toEqual([[caseId, east]]);
    expect(await due(western, newGrids(world).west)).toEqual([]);
    expect(await due(world.actor('GRID_WORKER'), world.grid)).toEqual([]);
    const input = followUpInput(world, caseId, { on: '2026-05-19' });
    expect(codes(await followUp(world, eastern, input))).toEqual([]);
    // The next one stands there too.
    expect(await due(eastern, east)).toEqual([[caseId, east]]);
  });

  it('is the filled sheet that was returned, for the new grid’s worker to put right; an accepted one keeps its code', async () => {
    const [sheet, accepted] = [await publishedSheet(world), await publishedSheet(world, { review: false })];
    const { fill, resident } = await filledIn(world, world.actor('GRID_WORKER'), { sheet });
    await filledIn(world, world.actor('GRID_WORKER'), { sheet: accepted });
    const results = async (actor: Actor, args: SheetResultsQueryVariables) => {
      const { data } = await run(world, actor, SheetResultsDocument, args);
      return data.sheetResults?.edges.map(({ node }) => [node.id, node.area]);
    };
    await splits();
    const { eastern, east } = workers();
    const staff = world.actor('COMMUNITY_STAFF');
    expect(await results(eastern, { sheet, state: 'SUBMITTED', area: east })).toEqual([[fill, `${east}001`]]);
    expect(await results(staff, { sheet, state: 'SUBMITTED', area: world.grid })).toEqual([]);
    const input = { id: newId(), fill, resident, expectedRevision: 1, verdict: 'RETURN', reason: '电话有误' };
    const { data } = await run(world, staff, ReviewSheetDocument, { input: input as ReviewSheetInput });
    expect(codes(data.reviewSheet)).toEqual([]);
    expect(await results(eastern, { sheet, state: 'RETURNED', area: east })).toEqual([[fill, `${east}001`]]);
    expect(await results(staff, { sheet: accepted, state: 'ACCEPTED', area: world.grid })).toHaveLength(1);
  });

  it('follows also where it came in by an old code while the areas changed', async () => {
    const [id, { me, request }] = [await ready(world), await correctionAsked(world)];
    const written = table.everything().filter(({ pk, sk }) => {
      return pk === `APPLICATION#${id}` || (pk === `RESIDENT#${me}` && sk === `REQUEST#${request}`);
    });
    await theDayComes();
    expect(await round(world)).toMatchObject([{ outcome: 'WAITING' }]);
    // Requests that began before write what they had read.
    for (const Item of written) await table.client.send(new PutCommand({ TableName: table.name, Item }));
    await carryOut(world);
    const { eastern, east } = workers();
    expect(await errands(world, eastern, east)).toEqual([id]);
    expect(await waitingIn(world, eastern, east)).toEqual([request]);
  });

  it('keeps its code where it has ended', async () => {
    const [id, { me, request }] = [await ready(world), await correctionAsked(world)];
    await move(world, world.actor('GRID_WORKER'), [id, 5], 'BRING');
    await decide(world, world.actor('GRID_WORKER'), [me, request]);
    await splits();
    const all = table.everything();
    const [application] = all.filter(({ pk }) => pk === `APPLICATION#${id}`);
    expect(summaryFrom(id, application?.row)).toMatchObject({ state: 'COLLECTED', area: world.courtyard });
    const [decided] = all.filter(({ sk }) => sk === `REQUEST#${request}`);
    expect(decided).toMatchObject({ state: 'ACCEPTED', area: world.courtyard });
  });

  it('keeps what somebody does with it at the same moment', async () => {
    const [id, { me, request }] = [await submitted(world), await correctionAsked(world)];
    await theDayComes();
    const office = world.actor('COMMUNITY_STAFF');
    const outcomes = await meanwhile(
      [`APPLICATION#${id}`, `REQUEST#${request}`],
      [
        async () => (await move(world, office, [id, 3], 'ACCEPT')).state,
        () => decide(world, office, [me, request], { decision: 'REFUSE' }),
      ],
    );
    expect(outcomes).toEqual(['ACCEPTED', 'REFUSED']);
    const { eastern, east } = workers();
    expect(await handled(world, office, 'ACCEPTED', east)).toMatchObject([{ id }]);
    expect(await waitingIn(world, eastern, east)).toEqual([]);
  });

  it('comes to the same wherever the adjustment is killed', async () => {
    await mediated(world, await dispute(world));
    await filledIn(world, world.actor('GRID_WORKER'), {
      sheet: await publishedSheet(world),
    });
    await Promise.all([ready(world), submitted(world), correctionAsked(world)]);
    await theDayComes();
    expect(await killedThroughout(world, table, 'APPLICATIONS#', matters)).toBeGreaterThan(15);
    expect(matters()).toHaveLength(5);
  }, 120_000);

  /** All that is open beside cases, as it is kept, in one order. */
  const matters = () =>
    table
      .everything()
      .filter(({ __edb_e__ }) =>
        ['application', 'data-request', 'mediation', 'sheet-fill'].includes(String(__edb_e__)),
      )
      .map((item) => JSON.stringify(item))
      .sort();

  /** Does something right before the adjustment first writes what it is about; what came of it. */
  const meanwhile = async (about: readonly string[], acts: readonly (() => Promise<unknown>)[]) => {
    const outcomes: unknown[] = [];
    const left = new Map(about.map((text, index) => [text, acts[index]]));
    table.goBy(async (name, act, input) => {
      const text = JSON.stringify(input);
      const met = /Put|Transact/.test(name)
        ? [...left.keys()].find((each) => text.includes(each))
        : undefined;
      const intrude = met === undefined ? undefined : left.get(met);
      if (met !== undefined) left.delete(met);
      if (intrude !== undefined) outcomes.push(await intrude());
      return act();
    });
    await carryOut(world);
    table.goBy((_name, act) => Promise.resolve().then(act));
    return outcomes;
  };
});
