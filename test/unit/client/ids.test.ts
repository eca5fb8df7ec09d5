import fc from 'fast-check';
import { BACKOFF, waitAfter, waitToLook } from '../../../client/backoff.rules';
import { sha256Of } from '../../../client/hash';
import { idsIn, newIdAfter } from '../../../client/ids';
import { seeded } from '../../support/client/device';
import { isId } from '../../../src/shared/ids';
import { createHash } from 'node:crypto';

describe('ids made on a device', () => {
  it('follow one another however the clock goes, and are such as the server takes', () => {
    const time = fc.integer({ min: 1, max: 2 ** 42 });
    fc.assert(
      fc.property(fc.array(time, { minLength: 2, maxLength: 30 }), fc.nat(), (times, seed) => {
        const random = seeded(seed);
        const ids: string[] = [];
        for (const now of times) ids.push(newIdAfter(ids.at(-1), now, random));
        expect(ids.every(isId)).toBe(true);
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  it('go on when the counter of a millisecond is full', () => {
    const full = '01a2155d-d280-7fff-bfff-ffffffffffff';
    const next = newIdAfter(full, 0, () => 0.5);
    expect([isId(next), next > full]).toEqual([true, true]);
  });

  it('are found in what was entered, at any depth, each once', () => {
    const id = newIdAfter(undefined, 1, () => 0.5);
    expect(idsIn({ a: [{ b: id }, id], text: `见 ${id}`, other: '510108008003001' })).toEqual([id]);
  });
});

describe('the wait after a failure', () => {
  it('is anything up to the doubled wait, never over the cap, never under what was asked for', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(10_000),
        (tries, chance, least) => {
          const wait = waitAfter(tries, () => chance, BACKOFF, least);
          expect(wait).toBeGreaterThanOrEqual(least);
          expect(wait).toBeLessThanOrEqual(
            Math.max(least, Math.min(BACKOFF.cap, 1_000 * 2 ** Math.max(0, tries - 1))),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the wait before the next look', () => {
  it('is never much longer than what was waited already, nor over five minutes, and never no wait at all', () => {
    const chances = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.nat(86_400_000), chances, (age, chance) => {
        const wait = waitToLook(age, () => chance);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(Math.min(300_000, Math.max(1_000, age / 4)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the hash of a file', () => {
  it.each([0, 1, 1_000, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1])('of %i bytes is its SHA-256', async (size) => {
    const bytes = Buffer.alloc(size, 7);
    expect(await sha256Of(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('base64'));
  });
});
