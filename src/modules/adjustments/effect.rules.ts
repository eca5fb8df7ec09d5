import { type AreaStaffing } from '../people/grid-staff.service';

/**
 * What follows a plan on its day, in this order: new areas before those that end, records after the areas they lie in,
 * and whatever came in by the old ones meanwhile at last.
 */
export const EFFECT_STEPS = [
  'AREAS',
  'STAFF',
  'HOUSEHOLDS',
  'PLACES',
  'CASES',
  'OPEN_MATTERS',
  'LOADS',
  'LATECOMERS',
] as const;
export type EffectStep = (typeof EFFECT_STEPS)[number];

/** How far a plan has been carried out. */
export interface Progress {
  /** The step to be done next. */
  readonly step: EffectStep;
  /** Who is to work where, as the rosters said when it began. */
  readonly staffings: readonly AreaStaffing[];
  /** When the areas had changed, RFC 3339 UTC: no new record can lie in an ended one since, but those under way. */
  readonly areasAt?: string | undefined;
}

/** Longer than any request lasts that began while the old areas still held. */
const UNDER_WAY = 60_000;

/** The step after one; undefined after the last. */
export function stepAfter(step: EffectStep): EffectStep | undefined {
  return EFFECT_STEPS[EFFECT_STEPS.indexOf(step) + 1];
}

/** Whether a step can be done now: latecomers are looked for when there can be no more. */
export function isReady({ step, areasAt }: Pick<Progress, 'step' | 'areasAt'>, now: Date): boolean {
  return step !== 'LATECOMERS' || now.getTime() - Date.parse(areasAt ?? '') >= UNDER_WAY;
}
