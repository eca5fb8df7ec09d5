import {
  AdjustmentForecastDocument,
  GridPageDocument,
  HouseholdsDocument,
  PreviewAdjustmentDocument,
  type ProposeAdjustmentInput,
  ProposeAdjustmentDocument,
} from '../../generated/operations';
import { createStandings } from '../../../src/app/standings';
import { createCollectionReader } from '../../../src/data/collection-reader';
import {
  approved,
  carryOut,
  DAY,
  dayComes,
  newGrids,
  propose,
  splitInput,
  strip,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { casePage, reportCase } from '../../support/cases';
import { fillCourtyard, manyFacilities, putPremises } from '../../support/places';
import { home, livingIn } from '../../support/residents';
import { appointed } from '../../support/staff';
import { makeWorld, type World } from '../../support/world';

async function households(world: World, area: string): Promise<readonly string[]> {
  const { data } = await run(world, world.actor('COMMUNITY_STAFF'), HouseholdsDocument, { area });
  return data.households?.edges.map(({ node }) => node.id) ?? [];
}

async function grid(world: World, code: string) {
  const { data } = await run(world, world.actor('COMMUNITY_STAFF'), GridPageDocument, { code });
  return data.area!;
}

/** The posts that a person's next token would say. */
async function posts({ services, foundation }: World, person: string) {
  const all = await services.appointments.forToken(createCollectionReader(foundation.table), person);
  return (all ?? []).map(({ role, area }) => `${role} ${area}`);
}

async function takesEffect(world: World, input: ProposeAdjustmentInput): Promise<void> {
  await approved(world, input);
  dayComes(world);
  await carryOut(world);
}

describe('what follows a plan on its day', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld({ ownTable: true });
  });

  it('merges a grid into its neighbour, which keeps its code', async () => {
    const door = await home(world);
    const open = await reportCase(world, world.actor('GRID_WORKER'));
    const input = splitInput(world, {
      grids: [
        {
          ...{ code: world.nextGrid, name: '第二网格', kind: 'GENERAL', datum: 'WGS84' },
          boundary: strip(world, 0, 4),
        },
      ],
      courtyards: [{ courtyard: world.courtyard, toGrid: world.nextGrid }],
    });
    expect((await propose(world, input)).kinds).toEqual(['MERGE']);
    await decideAndCarryOut(world, input.id);
    expect(await households(world, world.nextGrid)).toEqual([door]);
    expect(await grid(world, world.grid)).toMatchObject({ validTo: DAY, replacedBy: [world.nextGrid] });
    expect(await grid(world, world.nextGrid)).toMatchObject({ validTo: null, replaces: [world.grid] });
    const page = await casePage(world, world.actor('GRID_WORKER', world.nextGrid), open.id);
    expect(page.holder).toMatchObject({ code: world.nextGrid });
  }, 60_000);

  it('renumbers a grid: its courtyards, households and workers go along', async () => {
    const [door, { west }] = [await home(world), newGrids(world)];
    const worker = await appointed(world, { role: 'GRID_WORKER', area: world.grid, workName: '王芳' });
    const secondary = await appointed(world);
    const input = splitInput(world, {
      grids: [
        { code: west, name: '第一网格', kind: 'GENERAL', datum: 'WGS84', boundary: strip(world, 0, 2) },
      ],
      courtyards: [{ courtyard: world.courtyard, toGrid: west }],
    });
    await takesEffect(world, input);
    expect(await households(world, west)).toEqual([door]);
    expect(await grid(world, west)).toMatchObject({ validFrom: DAY, replaces: [world.grid] });
    expect(await posts(world, worker.person)).toEqual([`GRID_WORKER ${west}`]);
    expect(await posts(world, secondary.person)).toEqual([`SECONDARY_WORKER ${west}001`]);
    const plan = await run(world, world.actor('COMMUNITY_STAFF'), AdjustmentForecastDocument, {
      id: input.id,
    });
    expect(plan.data.adjustment?.state).toBe('IN_EFFECT');
  }, 60_000);

  it('takes courtyards with all in them, premises and facilities to the new grids', async () => {
    const { services } = world;
    await fillCourtyard(world, 3);
    const staff = world.actor('COMMUNITY_STAFF');
    const inside = await putPremises(world, staff, { area: world.courtyard });
    const [lamp = ''] = await manyFacilities(world, 1);
    const outside = await putPremises(world, staff, { name: '街边小店' });
    await takesEffect(world, splitInput(world));
    const { east, west } = newGrids(world);
    const page = await services.courtyards.page(staff, `${east}001`);
    expect(page.profile).toMatchObject({ courtyard: `${east}001`, kind: 'THREE_WITHOUT' });
    expect(page.buildings).toMatchObject([{ id: `${east}001-1` }]);
    const rows = { first: 10 } as never;
    const dwellings = await services.courtyards.dwellingsOf(staff, { courtyard: `${east}001` }, rows);
    expect(dwellings.rows).toHaveLength(3);
    expect(await services.courtyards.page(staff, world.courtyard)).toEqual({
      profile: undefined,
      buildings: [],
    });
    expect(await services.premises.lookUp(inside.id)).toMatchObject({ area: `${east}001` });
    expect(await services.facilities.get(staff, lamp)).toMatchObject({ area: east });
    // Without a point: to the grid that takes over most, where the only courtyard went.
    expect(await services.premises.lookUp(outside.id)).toMatchObject({ area: east });
    expect(await services.premises.countsOf(east)).toEqual({ premises: 2 });
    expect(await services.premises.countsOf(west)).toEqual({ premises: 0 });
  }, 60_000);

  it('reassigns workers: who is named begins, who is not ends, and old tokens are void', async () => {
    const old = await appointed(world, { role: 'GRID_WORKER', area: world.grid, workName: '王芳' });
    const next = await appointed(world, { role: 'GRID_WORKER', area: world.nextGrid, workName: '李强' });
    const input = splitInput(world, {
      ...{ grids: [], ends: [], courtyards: [] },
      workers: [{ grid: world.grid, person: next.person }],
    });
    expect((await propose(world, input)).kinds).toEqual(['REASSIGN']);
    const yesterday = Math.floor(world.clock.now().getTime() / 1000);
    await decideAndCarryOut(world, input.id);
    expect(await posts(world, old.person)).toEqual([]);
    expect((await posts(world, next.person)).sort()).toEqual([
      `GRID_WORKER ${world.grid}`,
      `GRID_WORKER ${world.nextGrid}`,
    ]);
    const bearer = { id: old.person, name: '王芳', appointments: [], issuedAt: yesterday };
    const { standing } = createStandings(world.foundation).actorOf(bearer);
    await expect(standing.confirmed()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }, 60_000);

  it('refuses workers of whom nothing is known, and a third of one grid', async () => {
    const person = '01890000-0000-7000-8000-00000000000';
    const errors = async (workers: ProposeAdjustmentInput['workers']) => {
      const input = splitInput(world, { grids: [], ends: [], courtyards: [], workers });
      const { data } = await run(world, world.actor('COMMUNITY_STAFF'), ProposeAdjustmentDocument, { input });
      return data.proposeAdjustment.userErrors.map(({ code }) => code);
    };
    const workers = ['1', '2', '3'].map((end) => ({ grid: world.grid, person: person + end }));
    expect(await errors(workers.slice(0, 1))).toEqual(['WORKER_UNKNOWN']);
    expect(await errors(workers)).toEqual(['TOO_MANY_WORKERS']);
  });

  it('is previewed as it will be, before it is proposed and after', async () => {
    const door = await home(world);
    await livingIn(world, door, { kind: 'FLOATING' });
    await home(world);
    await reportCase(world, world.actor('GRID_WORKER'));
    const worker = await appointed(world, { role: 'GRID_WORKER', area: world.grid, workName: '王芳' });
    const { west, east } = newGrids(world);
    const { id, reason, ...draft } = splitInput(world, {
      workers: [{ grid: east, person: worker.person }],
    });
    const staff = world.actor('COMMUNITY_STAFF');
    const { data } = await run(world, staff, PreviewAdjustmentDocument, { input: draft });
    const { preview } = data.previewAdjustment!;
    expect(preview?.grids).toMatchObject([
      { code: west, households: 0, openCases: 0, workers: 0, withinNorm: false },
      { code: east, households: 2, residents: 1, floating: 1, openCases: 1, workers: 1, change: 'NEW' },
    ]);
    expect(preview).toMatchObject({ movedHouseholds: 2, movedResidents: 1, handedOnCases: 1 });
    await approved(world, { ...draft, id, reason });
    const forecast = await run(world, staff, AdjustmentForecastDocument, { id });
    expect(forecast.data.adjustment?.preview).toEqual(preview);
    const own = await run(world, world.actor('GRID_WORKER'), AdjustmentForecastDocument, { id });
    expect(own.data.adjustment).toMatchObject({ id, preview: null });
  });
});

async function decideAndCarryOut(world: World, id: string): Promise<void> {
  const { services } = world;
  const reads = createCollectionReader(world.foundation.table);
  const input = {
    id: id.replace(/^.{8}/, 'ffffffff'),
    adjustment: id,
    expectedVersion: 1,
    decision: 'APPROVE',
  };
  await services.adjustmentMoves.decide(world.actor('STREET_STAFF'), reads, input as never);
  dayComes(world);
  await carryOut(world);
}
