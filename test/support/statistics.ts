import { newId } from '../../src/shared/ids';
import { imageOf } from './notifications';
import { type World } from './world';

/** Tells, as the table's stream would, of a case like this one that was solved so many days after the year began. */
export async function solvedOnce(world: World, id: string, day: number): Promise<void> {
  const image = await imageOf(world, id);
  const row = [...(image.row as unknown[])];
  row[11] = Date.UTC(2026, 0, 1 + day, 4);
  await world.services.solved.observe([{ before: undefined, after: { ...image, id: newId(), row } }]);
}
