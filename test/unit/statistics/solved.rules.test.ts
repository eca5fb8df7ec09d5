import fc from 'fast-check';
import {
  countOf,
  NOTHING_SOLVED,
  percentagesOf,
  SOLVED_LEVELS,
  sumOf,
} from '../../../src/modules/statistics/solved.rules';

const counts = fc.array(fc.nat(100_000), { minLength: 6, maxLength: 6 });

describe('shares of the levels', () => {
  it('add up to 100.0 whatever the counts are, and are 0 where there are none', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const whole = some.reduce((sum, each) => sum + each, 0);
        const tenths = percentagesOf(some).map((each) => Math.round(each * 10));
        expect(tenths.reduce((sum, each) => sum + each, 0)).toBe(whole === 0 ? 0 : 1_000);
      }),
    );
  });

  it('are off by less than a tenth, and nobody with more has less', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const whole = some.reduce((sum, each) => sum + each, 0);
        const shares = percentagesOf(some);
        for (const [index, share] of shares.entries()) {
          if (whole > 0) expect(Math.abs(share - (some[index]! * 100) / whole)).toBeLessThan(0.1 + 1e-9);
          for (const [other, less] of shares.entries())
            if (some[index]! > some[other]!) expect(share).toBeGreaterThanOrEqual(less);
        }
      }),
    );
  });

  it('are of thirds 33.4, 33.3 and 33.3', () => {
    expect(percentagesOf([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
  });
});

describe('what is counted of a case', () => {
  it('is one, at its level or as opened again', () => {
    for (const level of [...SOLVED_LEVELS, undefined])
      expect(countOf(level).reduce((sum, each) => sum + each, 0)).toBe(1);
    const all = sumOf([...SOLVED_LEVELS, undefined].map(countOf));
    expect(all).toEqual(NOTHING_SOLVED.map(() => 1));
  });
});
