import { createCollectionReader } from '../../src/data/collection-reader';
import { newId } from '../../src/shared/ids';
import { type SubmitVisitInput } from '../generated/operations';
import { home, livingIn } from './residents';
import { type World } from './world';

/** A household with somebody in it, on the list of those to be visited. */
export async function listed(world: World, courtyard = world.courtyard) {
  const household = await home(world, courtyard);
  const resident = await livingIn(world, household, { relation: 'HEAD' });
  await world.services.visitPlans.follow([household]);
  return { household, resident };
}

/** A visit as a worker's phone would hand it in. */
export function visitOf(
  world: World,
  household: string,
  more: Partial<SubmitVisitInput> = {},
): SubmitVisitInput {
  const at = world.clock.now().toISOString();
  return { id: newId(), household, at, outcome: 'MET', met: [], evidence: [], parts: [], ...more };
}

/** A visit that has been taken in; its id. */
export async function visited(world: World): Promise<string> {
  const { household } = await listed(world);
  const reads = createCollectionReader(world.foundation.table);
  const input = visitOf(world, household);
  const { visit } = await world.services.visits.submit(world.actor('GRID_WORKER'), reads, 'en', {
    ...{ ...input, at: new Date(input.at), met: [], evidence: [], parts: [] },
  } as never);
  return visit.id;
}
