import { metresBetween, type Point } from '../../shared/geo';

/**
 * From where on what a file says of itself does not fit what was reported: metres from the reported place; hours it was
 * taken before its slot was opened (a worker without signal reports in the evening), and minutes after it (clocks differ).
 */
export const DOUBT_LIMITS = { metres: 500, hoursBefore: 24, minutesAfter: 10 } as const;

/** What a file says of itself. */
interface Taken {
  readonly takenAt?: Date | undefined;
  readonly takenPlace?: Point | undefined;
  readonly openedAt: Date;
}

/** What does not fit; undefined where one of the two sides says nothing. */
export interface Doubts {
  readonly placeMetres?: number | undefined;
  readonly placeDiffers?: boolean | undefined;
  readonly timeDiffers?: boolean | undefined;
}

/** Compares when and where a file was taken with when it was announced and where its record says it happened. */
export function doubtsOf(taken: Taken, reported: Point | undefined): Doubts {
  const { takenAt, takenPlace, openedAt } = taken;
  const metres = reported && takenPlace ? Math.round(metresBetween(reported, takenPlace)) : undefined;
  const hours = takenAt && (openedAt.getTime() - takenAt.getTime()) / 3_600_000;
  return {
    placeMetres: metres,
    placeDiffers: metres === undefined ? undefined : metres > DOUBT_LIMITS.metres,
    timeDiffers:
      hours === undefined
        ? undefined
        : hours > DOUBT_LIMITS.hoursBefore || hours < -DOUBT_LIMITS.minutesAfter / 60,
  };
}
