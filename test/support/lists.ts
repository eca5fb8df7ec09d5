import { imageOf } from './notifications';
import { type World } from './world';

/** Tells the lists of these cases as they stand, as the table's stream would. */
export async function listed(world: World, ids: readonly string[]): Promise<void> {
  const images = await Promise.all(ids.map((id) => imageOf(world, id)));
  await world.services.caseListNotes.observe(images.map((after) => ({ before: undefined, after })));
}
