import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { InspectionDocument, PremisesFileDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { moveCase, reportCase } from '../../support/cases';
import {
  caseOf,
  dividedWorld,
  failed,
  inspect,
  inspectionInput,
  officer,
  premisesFile,
  restaurant,
} from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

let world: World;
let premises: string;
let river: ReturnType<typeof inspectionInput>;
let fire: ReturnType<typeof inspectionInput>;
beforeEach(async () => {
  ({ world } = await makeMemoryWorld());
  await dividedWorld(world);
  premises = await restaurant(world);
  const worker = world.actor('GRID_WORKER');
  river = inspectionInput(world, premises, [failed('PURIFIER_RUNNING', { note: '风机停转' })]);
  river.answers[0]!.note = '隔壁也看过';
  fire = inspectionInput(world, premises, [failed('EXITS_OPEN', { note: '后门上锁' }), 'NO_EBIKES'], {
    checklist: 'FIRE_PASSAGES',
  });
  await inspect(world, worker, river);
  world.clock.advance(60_000);
  await inspect(world, worker, { ...fire, at: world.clock.now().toISOString() });
});

/** What somebody sees: findings, failed answers, figures, and the notes of all answers. */
const seen = async (actor: Actor) => {
  const { openFindings, inspections, findingsInYear } = await premisesFile(world, actor, premises);
  const nodes = inspections.edges.map(({ node }) => node);
  return {
    open: openFindings.map(({ item }) => item).sort(),
    found: nodes.flatMap(({ findings }) => findings.map(({ item }) => item)).sort(),
    failed: nodes
      .flatMap(({ answers }) => answers.filter(({ result }) => result === 'FAIL').map(({ item }) => item))
      .sort(),
    notes: nodes.flatMap(({ answers }) => answers.flatMap(({ note }) => note ?? [])).sort(),
    count: findingsInYear.reduce((sum, { count }) => sum + count, 0),
    inspections: nodes.length,
  };
};
const ALL = ['EXITS_OPEN', 'NO_EBIKES', 'PURIFIER_RUNNING'];

it('the grid, community, street and district see all that was found', async () => {
  for (const role of ['GRID_WORKER', 'COMMUNITY_STAFF', 'STREET_STAFF', 'DISTRICT_STAFF'] as const) {
    expect(await seen(world.actor(role))).toEqual({
      ...{ open: ALL, found: ALL, failed: ALL, count: 3, inspections: 2 },
      notes: ['后门上锁', '隔壁也看过', '风机停转'].sort(),
    });
  }
});

it('the bureau sees what is its to deal with, in lists, answers and figures; another kind of department its own', async () => {
  const own = ['PURIFIER_RUNNING'];
  expect(await seen(officer(world))).toEqual({
    ...{ open: own, found: own, failed: own, notes: ['风机停转'], count: 1, inspections: 2 },
  });
  const office = ['EXITS_OPEN', 'NO_EBIKES'];
  expect(await seen(world.actor('DEPARTMENT_STAFF'))).toEqual({
    ...{ open: office, found: office, failed: office, notes: ['后门上锁'], count: 2, inspections: 2 },
  });
});

it('a department that is given a case sees its finding from then on', async () => {
  const id = caseOf(fire, 'EXITS_OPEN');
  await moveCase(world, world.actor('GRID_WORKER'), id, 'escalate');
  await moveCase(world, world.actor('COMMUNITY_STAFF'), id, 'escalate');
  await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch', { department: world.bureau });
  expect((await seen(officer(world))).open).toEqual(['EXITS_OPEN', 'PURIFIER_RUNNING']);
});

it('a department without rules, or of no case, sees premises and no findings', async () => {
  const other: Actor = {
    ...{ id: newId(), name: '市场局' },
    appointments: [{ role: 'DEPARTMENT_STAFF', area: world.district, department: `${world.district}-MSB` }],
  };
  expect(await seen(other)).toEqual({
    ...{ open: [], found: [], failed: [], notes: [], count: 0, inspections: 2 },
  });
});

it('the bureau of another district, another grid, a resident and whoever runs the system see neither file nor inspection', async () => {
  const { world: there } = await makeMemoryWorld();
  const strangers: [Actor, string][] = [
    [officer(there), 'NOT_FOUND'],
    [world.actor('GRID_WORKER', world.nextGrid), 'NOT_FOUND'],
    [world.actor('RESIDENT'), 'FORBIDDEN'],
    [world.actor('ADMINISTRATOR'), 'FORBIDDEN'],
  ];
  for (const [actor, code] of strangers) {
    const file = await run(world, actor, PremisesFileDocument, { id: premises });
    const one = await run(world, actor, InspectionDocument, { id: river.id });
    const codes = [file, one].map(({ errors }) => errors[0]?.extensions?.code);
    const shown = [told(file)?.premisesFile, told(one)?.inspection].map((each) => each ?? null);
    expect([codes, shown]).toEqual([
      [code, code],
      [null, null],
    ]);
  }
});

/** What was answered, of which there is nothing where the whole was refused. */
const told = <Data>({ data }: { readonly data: Data }): Data | undefined => data;

it('a file names no resident: not who reported another matter there', async () => {
  const resident = world.actor('RESIDENT', undefined, '欧阳建国');
  await reportCase(world, resident, { category: 'POLLUTION_AIR', text: '餐馆油烟' });
  for (const actor of [officer(world), world.actor('GRID_WORKER')])
    expect(JSON.stringify(await premisesFile(world, actor, premises))).not.toMatch(/欧阳|欧\*/);
});

it('an inspection read by its id shows the same as the file does', async () => {
  for (const actor of [officer(world), world.actor('GRID_WORKER')]) {
    const { data } = await run(world, actor, InspectionDocument, { id: river.id });
    const { inspections } = await premisesFile(world, actor, premises);
    expect(data.inspection).toEqual(inspections.edges.find(({ node }) => node.id === river.id)?.node);
  }
});

it('nobody reads the files of a hundred premises at once', async () => {
  const list = (fields: string) => `{
    changes(areas: ["${world.grid}"], first: 100) { changes { premises { id ${fields} } } }
  }`;
  const worker = world.actor('GRID_WORKER');
  expect((await run(world, worker, list('name'))).errors).toEqual([]);
  for (const file of [
    'openFindings { item }',
    'findingsInYear { count }',
    'inspections(first: 1) { edges { node { id } } }',
  ]) {
    const { errors } = await run(world, worker, list(file));
    expect(errors[0]?.extensions?.code).toBe('OPERATION_TOO_COSTLY');
  }
});
