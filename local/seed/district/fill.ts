import { type WholeApp } from '../../../src/app/backstage';
import { type LoadedDoor } from '../../../src/modules/changes/change-note.service';
import { ancestorAt } from '../../../src/shared/area-code';
import { lastSeen } from '../visits';
import { homesOf, type SeedHome } from './homes';
import { type GridPlan } from './plan';
import { type SeedWorker, workersOf } from './workers';

/** How far it has come. */
export interface Filled {
  readonly grids: number;
  /** Since it was started this time. */
  readonly items: number;
}

/** What it is told and asked on the way. */
export interface FillOptions {
  /** How many grids of the plan were filled before. */
  readonly done: number;
  /** Called after each grid, when all of it is written. */
  readonly onGrid: (filled: Filled) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** What other modules want to know of a whole district once it is there; each may be repeated. */
export interface FillHooks {
  /** Appoints the grid workers. */
  readonly appoint?: (workers: readonly SeedWorker[]) => Promise<void>;
  /** Counts the load of a grid, which the stream does for changes afterwards. */
  readonly countLoad?: (grid: string) => Promise<void>;
}

/**
 * Fills the grids of a plan, from the first that is not filled, so that it may be stopped at any time and goes on where
 * it was: a grid that was half written is written again, and every id is the same each time.
 */
export async function fill(
  {
    areaImports,
    registryLoad,
    visitPlans,
    changeNotes,
  }: Pick<WholeApp['services'], 'areaImports' | 'registryLoad' | 'visitPlans' | 'changeNotes'>,
  plan: readonly GridPlan[],
  { done, onGrid, signal }: FillOptions,
  { appoint, countLoad }: FillHooks = {},
): Promise<void> {
  let items = 0;
  for (const [index, grid] of plan.entries()) {
    if (index < done) continue;
    signal?.throwIfAborted();
    if (index === done || communityOf(grid) !== communityOf(plan[index - 1]))
      await areaImports.importAreas(areasOf(plan.filter((each) => communityOf(each) === communityOf(grid))));
    const doors: LoadedDoor[] = [];
    const loaded = await registryLoad.load(counted(homesOf(grid), doors));
    items += loaded.items + (await visitPlans.load(grid.grid.code, lastSeen));
    items += await changeNotes.load(doors);
    await onGrid({ grids: index + 1, items });
  }
  await appoint?.(workersOf(plan));
  for (const { grid } of plan) await countLoad?.(grid.code);
}

/** The homes, one after the other, noting on the way who lives in them. */
function* counted(homes: Iterable<SeedHome>, doors: LoadedDoor[]) {
  for (const each of homes) {
    const residents = each.people.filter(({ until }) => until === undefined).map(({ id }) => id);
    doors.push({ id: each.home.id, courtyard: each.home.courtyard, residents });
    yield each;
  }
}

function areasOf(plan: readonly GridPlan[]) {
  return plan.flatMap(({ grid, courtyards }) => [grid, ...courtyards]);
}

function communityOf(plan: GridPlan | undefined): string | undefined {
  return plan && ancestorAt(plan.grid.code, 'COMMUNITY');
}
