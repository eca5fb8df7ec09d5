import { createCollectionReader } from '../../src/data/collection-reader';
import { newId } from '../../src/shared/ids';
import { home, identityNumber, livingIn } from './residents';
import { type World } from './world';

/** Two records with the same identity number in two households, found out; the older first. */
export interface Twins {
  readonly id: string;
  readonly older: string;
  readonly younger: string;
  readonly homes: readonly [string, string];
  readonly number: string;
}

/** Somebody who is on file twice in the world's community, or in two courtyards, found out. */
export async function twins(
  world: World,
  courtyards: readonly [string, string] = [world.courtyard, world.courtyard],
): Promise<Twins> {
  const number = identityNumber('1988-04-09');
  const homes = [await home(world, courtyards[0]), await home(world, courtyards[1])] as const;
  const person = { name: '赵一鸣', identityNumber: number };
  const older = await livingIn(world, homes[0], { ...person, relation: 'HEAD' });
  const younger = await livingIn(world, homes[1], { ...person, from: '2023-02-01' });
  await world.services.duplicateWatch.compare([younger]);
  return { id: `${older}.${younger}`, older, younger, homes, number };
}

/** Twins whose records were merged, the older one going on. */
export async function mergedTwins(world: World): Promise<Twins> {
  const pair = await twins(world);
  await merge(world, pair);
  return pair;
}

/** Merges the records of twins, the older one going on. */
export async function merge(world: World, { id: duplicate }: Twins): Promise<void> {
  const reads = createCollectionReader(world.foundation.table);
  const input = { id: newId(), duplicate, verdict: 'SAME' } as const;
  await world.services.duplicates.decide(world.actor('COMMUNITY_STAFF'), reads, input);
}
