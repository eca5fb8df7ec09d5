import { everyone, type Grants } from './grants';

/** One-stop services: everyone of a district may read how they are got; its staff publishes them. */
export const SERVICES_PERMISSIONS = {
  'service:read': everyone('SAME_DISTRICT'),
  'service:publish': { DISTRICT_STAFF: ['AT'] },
} as const satisfies Record<string, Grants>;
