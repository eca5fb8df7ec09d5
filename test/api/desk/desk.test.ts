import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { DeskApplicationRepo } from '../../../src/modules/desk/desk-application.repo';
import { DeskCaseRepo } from '../../../src/modules/desk/desk-case.repo';
import { MOST_ON_DESK } from '../../../src/modules/desk/desk.service';
import { type TableChange } from '../../../src/data/table-change';
import {
  DayPlanDocument,
  type DayPlanQuery,
  DeskMapDocument,
  type DeskMapQuery,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeMove, moveCase, reportCase } from '../../support/cases';
import {
  caseOf,
  dividedWorld,
  inspect,
  inspectionInput,
  officer,
  restaurant,
} from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

let world: World;
let changes: readonly TableChange[];
let [street, office]: Actor[] = [];
let told = 0;

/** The stream tells of what has happened since. */
const tell = async () => {
  await world.services.deskNotes.observe(changes.slice(told));
  told = changes.length;
};
const mapOf = async (actor = office!, holder?: string) => {
  const { data, errors } = await run(world, actor, DeskMapDocument, { holder });
  const map = (data as DeskMapQuery | undefined)?.deskMap;
  const geoJson = map?.geoJson as
    | { type: string; features: { id: string; geometry: { coordinates: number[] }; properties: object }[] }
    | undefined;
  return { map, features: geoJson?.features ?? [], code: errors[0]?.extensions?.code };
};
const planOf = async (variables: { officers: number; each?: number; holder?: string }, actor = office!) => {
  const { data, errors } = await run(world, actor, DayPlanDocument, { each: 6, ...variables });
  return { plan: (data as DayPlanQuery | undefined)?.dayPlan, code: errors[0]?.extensions?.code };
};
const dispatched = async (more: object = {}) => {
  const { id } = await reportCase(world, street!, { category: 'FIRE_HAZARD', urgency: 'NORMAL', ...more });
  await moveCase(world, street!, id, 'dispatch');
  return id;
};

beforeEach(async () => {
  ({ world, changes } = await makeMemoryWorld().then(({ world: made, table }) => ({
    world: made,
    changes: table.record(),
  })));
  [street, office] = [world.actor('STREET_STAFF'), world.actor('DEPARTMENT_STAFF')];
  told = 0;
});

describe('the map of a desk', () => {
  it('has what the office holds, each where it is and as it stands, and loses what leaves it', async () => {
    const [one, other] = [await dispatched(), await dispatched({ urgency: 'EMERGENCY' })];
    await tell();
    const { map, features } = await mapOf();
    expect(map).toMatchObject({ total: 2, unplaced: 0, geoJson: { type: 'FeatureCollection' } });
    const { longitude, latitude } = world.point;
    expect(features.find(({ id }) => id === one)).toMatchObject({
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { state: 'DISPATCHED', category: 'FIRE_HAZARD', urgency: 'NORMAL', punctuality: 'WITHIN' },
    });
    await moveCase(world, office!, one, 'accept');
    await makeMove(world, office!, other, 'RETURN');
    world.clock.advance(30 * 86_400_000);
    await tell();
    const later = await mapOf();
    expect(later.features.map(({ id }) => id)).toEqual([one]);
    expect(later.features[0]?.properties).toMatchObject({ state: 'HANDLING', punctuality: 'OVER' });
    expect((await mapOf(street)).features.map(({ id }) => id)).toEqual([other]);
  });

  it('has it again when it comes back, whatever of it is told twice', async () => {
    const id = await dispatched();
    await makeMove(world, office!, id, 'RETURN');
    await moveCase(world, street!, id, 'dispatch');
    await tell();
    told = 0;
    await tell();
    expect((await mapOf()).features.map((each) => each.id)).toEqual([id]);
    expect((await mapOf(street)).map?.total).toBe(0);
  });

  it('counts what has no point, and shows nobody else’s desk', async () => {
    await dispatched({ place: { area: world.grid, address: '建设路 8 号' } });
    await tell();
    expect((await mapOf()).map).toMatchObject({ total: 1, unplaced: 1, geoJson: { features: [] } });
    expect((await mapOf(street, world.office)).code).toBe('NOT_FOUND');
    expect((await mapOf(world.actor('RESIDENT'), world.office)).code).toBe('FORBIDDEN');
    expect((await mapOf(office, world.street)).code).toBe('NOT_FOUND');
  });
});

describe('a desk that much has left of late', () => {
  it('shows what lies there all the same, cases and applications', async () => {
    const { table } = world.foundation;
    const [cases, applications] = [new DeskCaseRepo(table), new DeskApplicationRepo(table)];
    const ids = Array.from({ length: MOST_ON_DESK + 5 }, () => newId());
    const still = ids.at(-1)!;
    const facts = {
      state: 'DISPATCHED',
      category: 'FIRE_HAZARD',
      urgency: 'NORMAL',
      area: world.grid,
    } as const;
    const note = (id: string) => ({ holder: world.office, isThere: id === still });
    await cases.keep(
      ids.map((id) => ({ ...note(id), case: { id, ...facts } })),
      world.clock.now(),
    );
    const row = ['a', '某事项', '王*', world.courtyard, 4, 0, 0, null];
    await applications.keep(
      ids.map((id) => ({ ...note(id), id, row })),
      world.clock.now(),
    );
    expect((await cases.of(world.office, MOST_ON_DESK)).map(({ id }) => id)).toEqual([still]);
    expect((await applications.of(world.office, MOST_ON_DESK)).map(({ id }) => id)).toEqual([still]);
  });
});

describe('what a department can take on', () => {
  const trayOf = async (actor: Actor) => (await mapOf(actor)).map?.toTakeOn.map(({ id }) => id);

  it('is what was found and is its own by the rules, until it is sent, taken on or settled', async () => {
    await dividedWorld(world);
    const [bureau, worker] = [officer(world), world.actor('GRID_WORKER')];
    const items = ['PURIFIER_RUNNING', 'RIVER_COLOUR', 'ODOUR'];
    const input = inspectionInput(world, await restaurant(world), items);
    await inspect(world, worker, input);
    await reportCase(world, worker, { category: 'POLLUTION_WATER' });
    await tell();
    const ids = items.map((item) => caseOf(input, item));
    expect((await trayOf(bureau))?.toSorted()).toEqual(ids.toSorted());
    expect((await mapOf(bureau)).map).toMatchObject({ total: 0, toTakeOn: [{ state: 'REPORTED' }, {}, {}] });
    expect(await trayOf(office!)).toEqual([]);
    expect(await trayOf(street!)).toEqual([]);

    const [taken, solved, waits] = ids as [string, string, string];
    await makeMove(world, bureau, taken, 'TAKE_ON');
    await makeMove(world, worker, solved, 'SOLVE');
    await makeMove(world, worker, waits, 'ESCALATE');
    await tell();
    expect(await trayOf(bureau)).toEqual([waits]);
    expect((await mapOf(bureau)).map?.total).toBe(1);
  });
});

describe('the plan of a day', () => {
  it('divides what lies on the desk, the urgent first, and changes nothing', async () => {
    const calm = await dispatched();
    const urgent = await dispatched({ urgency: 'EMERGENCY' });
    const lost = await dispatched({ place: { area: world.grid, address: '建设路 8 号' } });
    await tell();
    const before = changes.length;
    const { plan } = await planOf({ officers: 1, each: 1 });
    expect(plan?.routes).toMatchObject([{ officer: 1, stops: [{ errand: { id: urgent }, metres: null }] }]);
    expect(plan?.later.map(({ id }) => id)).toEqual([calm]);
    expect(plan?.unplaced).toMatchObject([{ id: lost, address: '建设路 8 号', point: null }]);
    expect(changes).toHaveLength(before);
  });

  it('refuses a crew of nobody, of a hundred, and another’s desk', async () => {
    for (const crew of [
      { officers: 0 },
      { officers: 100 },
      { officers: 1, each: 0 },
      { officers: 1, each: 13 },
    ])
      expect((await planOf(crew)).code).toBe('BAD_USER_INPUT');
    expect((await planOf({ officers: 8, holder: world.street })).code).toBe('NOT_FOUND');
  });
});
