import { home } from '../residents';
import { type World } from '../world';

/** Gives the world's courtyard so many households. */
export async function doors(world: World, count: number): Promise<object> {
  for (let done = 0; done < count; done += 1) await home(world);
  return {};
}
