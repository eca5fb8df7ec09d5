import { LogEntryRepo } from '../../src/modules/logs/log-entry.repo';
import { PatrolRoundRepo } from '../../src/modules/logs/patrol-round.repo';
import { WorkPlanRepo } from '../../src/modules/logs/work-plan.repo';
import { newId } from '../../src/shared/ids';
import { readsOf } from './logs';
import { type World } from './world';

/** Whose log something is put into, whatever they may do there. */
interface Author {
  readonly id: string;
  readonly name: string;
}

/** A note of somebody's in the world's grid; its id. */
export async function noteOf(world: World, { id: person, name }: Author): Promise<string> {
  const { clock, foundation } = world;
  const id = newId();
  const entry = {
    ...{ id, version: 1, kind: 'NEED' as const, text: '要扶手' },
    ...{ at: clock.now(), recordedAt: clock.now() },
    ...{ area: world.grid, areaNames: ['某区', '某街道', '某社区', '第一网格'], by: { id: person, name } },
    ...{ history: [], comments: [], requests: [{ id, mark: 'x' }] },
  };
  await new LogEntryRepo(foundation.table).create(readsOf(world), entry, [], undefined);
  return id;
}

/** An open plan of somebody's in the world's grid; its id. */
export async function planOf(world: World, { id: person, name }: Author): Promise<string> {
  const id = newId();
  const plan = {
    ...{ id, version: 1, kind: 'WORK' as const, day: '2026-05-13', text: '复查', area: world.grid },
    ...{ by: { id: person, name }, state: 'OPEN' as const, movedFrom: [], requests: [{ id, mark: 'x' }] },
  };
  await new WorkPlanRepo(world.foundation.table).save(readsOf(world), plan, undefined);
  return id;
}

/** A round of somebody's that has not ended; its id. */
export async function roundOf(world: World, { id: person }: Author): Promise<string> {
  const id = newId();
  const round = { id, person, version: 1, mark: 'x', startedAt: world.clock.now() };
  await new PatrolRoundRepo(world.foundation.table).save(readsOf(world), round, undefined);
  return id;
}
