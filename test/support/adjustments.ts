import { createAdjustmentEffects } from '../../src/app/background';
import { type Actor } from '../../src/auth/actor';
import { type Effected } from '../../src/modules/adjustments/adjustment-effect.service';
import { type Boundary } from '../../src/modules/areas/boundary.rules';
import { newId } from '../../src/shared/ids';
import {
  DecideAdjustmentDocument,
  ProposeAdjustmentDocument,
  type ProposeAdjustmentInput,
  type ProposeAdjustmentMutation,
} from '../generated/operations';
import { run } from './api';
import { killAt } from './kills';
import { type MemoryTable } from './memory-table';
import { type World } from './world';

/** The day plans of these tests take effect on: the first of the month after the world's own. */
export const DAY = '2026-06-01';

/** The world's own day lies twenty days before. */
const UNTIL_DAY = 20 * 24 * 3_600_000;

/** A strip of the world's grid and its neighbours, from and to so many thousandths of a degree east of its corner. */
export function strip({ point }: World, from: number, to: number): Boundary {
  const [south, north] = [point.latitude - 0.001, point.latitude + 0.001].map(rounded) as [number, number];
  const [west, east] = [from, to].map((each) => rounded(point.longitude - 0.001 + each / 1000)) as [
    number,
    number,
  ];
  return {
    type: 'Polygon',
    coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]], // prettier-ignore
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Codes of the grids that the tests make. */
export function newGrids({ community }: World): { west: string; east: string } {
  return { west: `${community}901`, east: `${community}902` };
}

/** Gives the world's grid a second courtyard; its code. */
export async function secondCourtyard({ grid, services }: World): Promise<string> {
  const code = `${grid}002`;
  const names = ['某区', '某街道', '某社区', '第一网格', '二号院'];
  await services.areaImports.importAreas([{ code, names }]);
  return code;
}

/** The world's grid ends, and two new ones take its place: the first courtyard goes east, all others west. */
export function splitInput(
  world: World,
  more: Partial<ProposeAdjustmentInput> = {},
  others: readonly string[] = [],
): ProposeAdjustmentInput {
  const { west, east } = newGrids(world);
  return {
    ...{ id: newId(), community: world.community, effectiveOn: DAY, reason: '户数过多' },
    grids: [
      { code: west, name: '西网格', kind: 'GENERAL', datum: 'WGS84', boundary: strip(world, 0, 0.8) },
      { code: east, name: '东网格', kind: 'GENERAL', datum: 'WGS84', boundary: strip(world, 0.8, 2) },
    ],
    ends: [world.grid],
    courtyards: [
      { courtyard: world.courtyard, toGrid: east },
      ...others.map((courtyard) => ({ courtyard, toGrid: west })),
    ],
    workers: [],
    ...more,
  };
}

/** Proposes a plan as staff of the community; fails loudly when it is refused. */
export async function propose(
  world: World,
  input: ProposeAdjustmentInput,
  actor: Actor = world.actor('COMMUNITY_STAFF'),
): Promise<NonNullable<ProposeAdjustmentMutation['proposeAdjustment']['adjustment']>> {
  const { data, errors } = await run(world, actor, ProposeAdjustmentDocument, { input });
  const proposed = errors.length === 0 ? data.proposeAdjustment.adjustment : undefined;
  if (!proposed) throw new Error(`The plan was refused: ${JSON.stringify([errors, data])}`);
  return proposed;
}

/** Proposes a plan, and the street approves it. */
export async function approved(world: World, input: ProposeAdjustmentInput): Promise<string> {
  const { id, version } = await propose(world, input);
  const { data, errors } = await run(world, world.actor('STREET_STAFF'), DecideAdjustmentDocument, {
    input: { id: newId(), adjustment: id, expectedVersion: version, decision: 'APPROVE' },
  });
  if (data.decideAdjustment.adjustment?.state !== 'APPROVED')
    throw new Error(`The plan was not approved: ${JSON.stringify([errors, data])}`);
  return id;
}

/** Lets the day of the plans come. */
export function dayComes({ clock }: World): void {
  clock.advance(UNTIL_DAY);
}

/** One round of the clock for adjustments, by a process of its own. */
export function round({ foundation }: World): Promise<Effected[]> {
  return createAdjustmentEffects(foundation).applyDue();
}

/** Rounds of the clock, two minutes apart, until nothing is due any more. */
export async function carryOut(world: World): Promise<void> {
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const effects = await round(world);
    if (effects.length === 0) return;
    const failed = effects.find(({ outcome }) => outcome === 'FAILED');
    if (failed) throw new Error(`The plan could not be carried out: ${JSON.stringify(failed)}`);
    world.clock.advance(120_000);
  }
  throw new Error('The plan does not come to its end.');
}

/**
 * Carries out the plan that is due, then again from where it began, killed before or after each of its commands in turn from the
 * first on that mentions `from`, and carried on: `kept` comes to the same each time. How many commands there were; what comes
 * before is killed in the story of a grid that is split.
 */
export async function killedThroughout(
  world: World,
  table: MemoryTable,
  from: string,
  kept: () => unknown,
): Promise<number> {
  const restore = table.keep();
  const commands: string[] = [];
  table.goBy((_name, act, input) => {
    commands.push(JSON.stringify(input));
    return Promise.resolve().then(act);
  });
  await carryOut(world);
  const whole = kept();
  const killedAt = async (nth: number, moment: 'before' | 'after') => {
    restore();
    const { way, wasKilled } = killAt(nth, moment);
    table.goBy(way);
    await round(world).catch(() => undefined);
    table.goBy((_name, act) => Promise.resolve().then(act));
    await carryOut(world);
    expect([nth, moment, kept()]).toEqual([nth, moment, whole]);
    return wasKilled();
  };
  const first = commands.findIndex((command) => command.includes(from));
  let nth = first + 1;
  while (await killedAt(nth, 'before')) {
    await killedAt(nth, 'after');
    nth += 1;
  }
  return nth - first;
}

let made = 100;

/** Another name for a grid of the community; for one that is made for it, where none is named. */
export async function renameInput(world: World, grid?: string): Promise<ProposeAdjustmentInput> {
  made += 1;
  const code = grid ?? `${world.community}${String(made)}`;
  const names = ['某区', '某街道', '某社区', '旧名网格'];
  if (grid === undefined) await world.services.areaImports.importAreas([{ code, names, kind: 'GENERAL' }]);
  return splitInput(world, {
    ...{ ends: [], courtyards: [] },
    grids: [{ code, name: '新名网格', kind: 'GENERAL', datum: 'WGS84' }],
  });
}
