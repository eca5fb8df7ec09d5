import { ancestorAt } from '../../../src/shared/area-code';
import { COMMUNITY } from '../areas';
import { seedId } from '../ids';
import { PEOPLE } from '../people';
import { dice } from './dice';
import { familyName, givenName } from './names';
import { type GridPlan } from './plan';

/** A grid worker as the district's list has them. */
export interface SeedWorker {
  readonly person: string;
  readonly name: string;
  readonly role: 'GRID_WORKER';
  readonly area: string;
}

/** Full-time workers of the district, as the press counted them in 2016. */
const WORKERS = 1_630;

/** The grid workers of the whole district: one or two a grid, in the demonstration community those one can act as. */
export function workersOf(plan: readonly GridPlan[]): SeedWorker[] {
  const own = PEOPLE.flatMap(({ id: person, name, appointments }) =>
    appointments.flatMap(({ role, area }) => (role === 'GRID_WORKER' ? [{ person, name, role, area }] : [])),
  );
  const others = plan
    .map(({ grid }) => grid.code)
    .filter((code) => ancestorAt(code, 'COMMUNITY') !== COMMUNITY.code);
  const alone = Math.max(0, others.length * 2 - (WORKERS - own.length));
  const areas = others.flatMap((code, index) =>
    isAlone(index, alone, others.length) ? [code] : [code, code],
  );
  return [...own, ...areas.map(workerOf)];
}

/** Which grids have one worker only: `alone` of all, spread evenly. */
function isAlone(index: number, alone: number, all: number): boolean {
  return Math.floor(((index + 1) * alone) / all) > Math.floor((index * alone) / all);
}

function workerOf(area: string, index: number): SeedWorker {
  const isWoman = dice(3, index, 50) > 0;
  return {
    person: seedId('WORKER', index + 1),
    name: familyName(2_000_000 + index) + givenName(2_000_000 + index, isWoman),
    role: 'GRID_WORKER',
    area,
  };
}
