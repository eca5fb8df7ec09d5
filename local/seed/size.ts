import { say } from '../say';
import { communityPlan, districtPlan, type GridPlan } from './district/plan';

/** How much there is to be on the laptop. */
export const SEED_SIZES = ['small', 'community', 'district'] as const;
export type SeedSize = (typeof SEED_SIZES)[number];

/** The grids that are filled beside the demonstration community's few doors. */
export function planFor(size: SeedSize): readonly GridPlan[] {
  return { small: () => [], community: communityPlan, district: districtPlan }[size]();
}

/** What the size is called. */
export function nameOf(size: SeedSize): string {
  return {
    small: say('demonstration district', '示范区数据'),
    community: say('demonstration community, whole', '示范社区全量数据'),
    district: say('Chenghua district, whole', '成华区全量数据'),
  }[size];
}
