import { createCollectionReader } from '../../src/data/collection-reader';
import { type CareKind } from '../../src/modules/care/care.rules';
import { newId } from '../../src/shared/ids';
import { somebody } from './privacy';
import { type World } from './world';

/** A decision that somebody is looked after. */
export function careTag(resident: string, kind: CareKind = 'ELDERLY_ALONE') {
  return {
    ...{ id: newId(), resident, kind, visits: 'CLOSE' as const, purpose: '定期上门探视' },
    ...{ reason: '独居且行动不便', reviewOn: '2026-08-01', expiresOn: '2027-05-01' },
  };
}

/** A resident of the world's courtyard with a tag. */
export async function caredFor(world: World, kind?: CareKind): Promise<{ resident: string; tag: string }> {
  const resident = await somebody(world);
  const input = careTag(resident, kind);
  const reads = createCollectionReader(world.foundation.table);
  await world.services.careTags.set(world.actor('COMMUNITY_STAFF'), reads, input);
  return { resident, tag: input.id };
}
