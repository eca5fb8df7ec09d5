import { doubtsOf } from '../../../src/modules/evidence/evidence-doubt.rules';
import { metresBetween } from '../../../src/shared/geo';

const REPORTED = { latitude: 30.676321, longitude: 104.112245 };
const OPENED = new Date('2026-05-12T02:00:00Z');
const after = (minutes: number) => new Date(OPENED.getTime() + minutes * 60_000);
/** A point so many metres north. */
const north = (metres: number) => ({ ...REPORTED, latitude: REPORTED.latitude + metres / 111_194.9 });

describe('what a file says of itself', () => {
  it.each([
    [0, false],
    [499, false],
    [500, false],
    [501, true],
    [40_000, true],
  ])('and was taken %i metres from the reported place is flagged: %s', (metres, placeDiffers) => {
    const doubts = doubtsOf({ takenPlace: north(metres), openedAt: OPENED }, REPORTED);
    expect(doubts).toEqual({ placeMetres: metres, placeDiffers, timeDiffers: undefined });
  });

  it.each([
    [0, false],
    [10, false],
    [11, true],
    [-24 * 60, false],
    [-24 * 60 - 1, true],
  ])('and was taken %i minutes after its slot was opened is flagged: %s', (minutes, timeDiffers) => {
    expect(doubtsOf({ takenAt: after(minutes), openedAt: OPENED }, REPORTED)).toMatchObject({ timeDiffers });
  });

  it('is not doubted where it says nothing, or nothing was reported', () => {
    const nothing = { placeMetres: undefined, placeDiffers: undefined, timeDiffers: undefined };
    expect(doubtsOf({ openedAt: OPENED }, REPORTED)).toEqual(nothing);
    expect(doubtsOf({ takenPlace: REPORTED, openedAt: OPENED }, undefined)).toEqual(nothing);
  });

  it('is measured along the earth: Chengdu to Beijing, across the date line, to the antipodes', () => {
    const [chengdu, beijing] = [
      { latitude: 30.66, longitude: 104.06 },
      { latitude: 39.9, longitude: 116.4 },
    ];
    expect(metresBetween(chengdu, beijing) / 1000).toBeCloseTo(1517, -1);
    expect(
      metresBetween({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 }) / 1000,
    ).toBeCloseTo(22.24, 1);
    expect(metresBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }) / 1000).toBeCloseTo(
      20_015,
      0,
    );
  });
});
