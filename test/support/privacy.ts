import { type Actor } from '../../src/auth/actor';
import { createCollectionReader } from '../../src/data/collection-reader';
import { newId } from '../../src/shared/ids';
import { home, livingIn, mobile } from './residents';
import { type World } from './world';

/** Why somebody looks, in a test. */
export const WHY = { purpose: 'CONTACT', reason: '电话通知本人' } as const;

/** A resident on file in the world's courtyard; returns their id. */
export async function somebody(world: World, courtyard = world.courtyard): Promise<string> {
  return livingIn(world, await home(world, courtyard));
}

/** A resident with the token of their own portal. */
export function asResident(world: World, resident: string): Actor {
  return { ...world.actor('RESIDENT'), id: resident };
}

/** Looks at somebody's data so many times, by as many people. */
export async function looks(world: World, resident: string, count: number): Promise<void> {
  const { services } = world;
  for (let done = 0; done < count; done += 1) {
    const actor = world.actor('GRID_WORKER', undefined, '王芳');
    const [grant] = actor.appointments;
    await services.accessRecords.record(
      actor,
      grant!,
      await services.accessRecords.quotaOf(actor, 'REVEALS'),
      {
        ...{ id: newId(), resident, kind: 'REVEAL', fields: ['phone'], mark: 'AfoToohd8Roh1woo0Lah1C' },
        ...{ purpose: 'HELP_APPLY', reason: '协助办理养老金资格认证' },
      },
    );
  }
}

/** A resident who asked for a correction of their phone. */
export async function correctionAsked(world: World): Promise<{ resident: string; id: string }> {
  const resident = await somebody(world);
  const id = newId();
  const input = { id, reason: '电话号码已更换', phone: mobile() };
  const reads = createCollectionReader(world.foundation.table);
  await world.services.dataRequests.correct(asResident(world, resident), reads, input);
  return { resident, id };
}
