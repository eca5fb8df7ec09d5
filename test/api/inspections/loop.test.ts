import { HISTORY, linksAgain, type ToldCase } from '../../../local/case-history';
import { type Actor } from '../../../src/auth/actor';
import { type CaseMove } from '../../generated/operations';
import { run } from '../../support/api';
import { casePage, makeMove } from '../../support/cases';
import {
  caseOf,
  dividedWorld,
  inspect,
  inspectionInput,
  officer,
  premisesFile,
  rectify,
  restaurant,
} from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

const HOUR = 3_600_000;

let world: World;
let premises: string;
let [worker, community, street, bureau]: Actor[] = [];
beforeEach(async () => {
  ({ world } = await makeMemoryWorld());
  await dividedWorld(world);
  premises = await restaurant(world);
  worker = world.actor('GRID_WORKER');
  community = world.actor('COMMUNITY_STAFF');
  street = world.actor('STREET_STAFF');
  bureau = officer(world);
});

const by = (actor: Actor | undefined) => actor!;
const file = (actor: Actor | undefined = bureau) => premisesFile(world, by(actor), premises);
const moved = async (actor: Actor | undefined, id: string, move: CaseMove, more = {}) => {
  world.clock.advance(HOUR);
  expect((await makeMove(world, by(actor), id, move, more)).userErrors).toEqual([]);
};
const rectified = async (id: string) => {
  world.clock.advance(HOUR);
  await rectify(world, by(bureau), id);
};
const openStates = async () => (await file()).openFindings.map(({ item, state }) => [item, state]);

it('the river: found, at the bureau the same second, put right, checked, enforced, and struck off', async () => {
  const input = inspectionInput(world, premises, ['PURIFIER_RUNNING', 'RIVER_COLOUR']);
  const { inspection, cases, userErrors } = await inspect(world, by(worker), input);
  expect([userErrors, cases?.map(({ item, case: made }) => [item, made?.state, made?.source])]).toEqual([
    [],
    [
      ['PURIFIER_RUNNING', 'REPORTED', 'INSPECTION'],
      ['RIVER_COLOUR', 'REPORTED', 'INSPECTION'],
    ],
  ]);
  expect(inspection).toMatchObject({ by: worker?.name, findings: [{ state: 'OPEN' }, { state: 'OPEN' }] });
  expect(await openStates()).toEqual([
    ['PURIFIER_RUNNING', 'OPEN'],
    ['RIVER_COLOUR', 'OPEN'],
  ]);

  const id = caseOf(input, 'PURIFIER_RUNNING');
  expect(await casePage(world, by(worker), id)).toMatchObject({
    ...{ source: 'INSPECTION', origin: { type: 'INSPECTION', id: input.id }, area: world.grid },
    finding: { inspection: input.id, premises, item: 'PURIFIER_RUNNING' },
    ...{ category: { code: 'POLLUTION_AIR' }, holder: { code: world.grid }, historyIntact: true },
    evidence: [{ role: 'BEFORE' }],
  });
  await moved(worker, id, 'ESCALATE');
  await moved(community, id, 'ESCALATE');
  await moved(street, id, 'DISPATCH', { department: null });
  await moved(bureau, id, 'ACCEPT');
  const [open] = (await file()).openFindings;
  expect(open).toMatchObject({ state: 'OPEN', holder: { code: world.bureau } });
  expect(open?.rectifyBy).toBe((await casePage(world, by(bureau), id)).clock?.dueAt);
  await rectified(id);
  expect((await openStates())[0]).toEqual(['PURIFIER_RUNNING', 'RECTIFIED']);
  await moved(street, id, 'SEND_BACK');
  expect((await openStates())[0]).toEqual(['PURIFIER_RUNNING', 'ENFORCEMENT']);
  await rectified(id);
  await moved(street, id, 'CLOSE', { conditionMet: true });
  const { openFindings, inspections } = await file();
  expect(openFindings.map(({ item }) => item)).toEqual(['RIVER_COLOUR']);
  const [found] = inspections.edges[0]?.node.findings ?? [];
  expect(found).toMatchObject({ state: 'STRUCK_OFF', holder: null, rectifyBy: null });
  expect(found?.decidedAt).toBe(world.clock.now().toISOString());
  expect(Date.parse(found?.rectifiedAt ?? '')).toBe(world.clock.now().getTime() - HOUR);
});

it('the history of a finding’s case is made again of what the API tells', async () => {
  const input = inspectionInput(world, premises, ['ODOUR']);
  await inspect(world, by(worker), input);
  const { data } = await run<{ case: ToldCase }, { id: string }>(
    ...([world, by(worker), HISTORY, { id: caseOf(input, 'ODOUR') }] as const),
  );
  expect(linksAgain(data.case)).toEqual(data.case.timeline.map(({ link }) => link));
});

it('a premises that offends again stands out, at once and in the figures of a year', async () => {
  const submit = async (fails: string[]) => {
    world.clock.advance(HOUR);
    const { inspection } = await inspect(world, by(worker), inspectionInput(world, premises, fails));
    return inspection?.findings.map(({ item, repeated }) => [item, repeated]);
  };
  expect(await submit(['PURIFIER_RUNNING'])).toEqual([['PURIFIER_RUNNING', false]]);
  expect(await submit(['PURIFIER_RUNNING', 'ODOUR'])).toEqual([
    ['PURIFIER_RUNNING', true],
    ['ODOUR', false],
  ]);
  // Another checklist in between is no inspection of the same.
  await inspect(world, by(worker), inspectionInput(world, premises, [], { checklist: 'FIRE_PASSAGES' }));
  expect(await submit(['PURIFIER_RUNNING'])).toEqual([['PURIFIER_RUNNING', true]]);
  expect(await submit([])).toEqual([]);
  expect(await submit(['PURIFIER_RUNNING', 'RIVER_COLOUR'])).toEqual([
    ['PURIFIER_RUNNING', false],
    ['RIVER_COLOUR', false],
  ]);
  const counts = async () =>
    (await file(worker)).findingsInYear.map(({ category, count, repeated }) => [
      category.code,
      count,
      repeated,
    ]);
  expect(await counts()).toEqual([
    ['POLLUTION_AIR', 5, 2],
    ['POLLUTION_WATER', 1, 0],
  ]);
  world.clock.advance(366 * 24 * HOUR);
  expect(await counts()).toEqual([]);
  // What is not settled is not forgotten after a year.
  expect((await file(worker)).openFindings).toHaveLength(6);
});

it('the file goes on from page to page, and knows of a repeat across the border of a page', async () => {
  for (let made = 0; made < 5; made += 1) {
    world.clock.advance(HOUR);
    await inspect(world, by(worker), inspectionInput(world, premises, ['ODOUR']));
  }
  const all = (await file(worker)).inspections.edges.map(({ node }) => node);
  expect(all.map(({ findings }) => findings[0]?.repeated)).toEqual([true, true, true, true, false]);
  const seen: typeof all = [];
  let after: string | null | undefined;
  do {
    const { inspections } = await premisesFile(world, by(worker), premises, {
      first: 2,
      after: after ?? null,
    });
    seen.push(...inspections.edges.map(({ node }) => node));
    after = inspections.pageInfo.hasNextPage ? inspections.pageInfo.endCursor : undefined;
  } while (after != null);
  expect(seen).toEqual(all);
});

it('a re-check by the bureau itself begins with the centre of its area, and it may read what it found', async () => {
  const input = inspectionInput(world, premises, ['WASTE_WATER_TO_RIVER']);
  expect((await inspect(world, by(bureau), input)).userErrors).toEqual([]);
  const page = await casePage(world, by(bureau), caseOf(input, 'WASTE_WATER_TO_RIVER'));
  expect(page).toMatchObject({ holder: { code: world.district }, reporter: { role: 'DEPARTMENT_STAFF' } });
  expect(await openStates()).toEqual([['WASTE_WATER_TO_RIVER', 'OPEN']]);
});
