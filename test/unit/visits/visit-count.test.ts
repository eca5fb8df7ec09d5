import fc from 'fast-check';
import {
  addCounts,
  countVisits,
  coverageOf,
  householdsOf,
  meanAgeOf,
  NO_VISITS,
} from '../../../src/modules/visits/visit-count.rules';

const TODAY = '2026-05-12';

describe('how visits stand', () => {
  it('is counted from the plans: due, visited, overdue, and how old what is known is', () => {
    const plans = [
      { dueOn: '2026-05-11', seenOn: '2026-02-10', months: [] },
      { dueOn: '2026-05-12', seenOn: undefined, months: [] },
      { dueOn: '2026-08-10', seenOn: '2026-05-12', months: ['2026-05'] },
      { dueOn: '2026-06-11', seenOn: '2025-10-01', months: ['2026-05', '2025-10'] },
      { dueOn: '2026-07-01', seenOn: '2026-04-02', months: ['2026-04'] },
    ];
    const counts = countVisits(plans, TODAY);
    expect(counts).toEqual({
      ...{ households: 5, due: 4, visited: 2, overdue: 1, soon: 1, neverSeen: 1 },
      ...{ seen30: 1, seen90: 1, seen180: 1, seenBefore: 1, ageDays: 91 + 0 + 223 + 40 },
    });
    expect(coverageOf(counts)).toBe(0.5);
    expect(meanAgeOf(counts)).toBe(88.5);
  });

  it('is nothing where nothing is due, rather than all or none', () => {
    expect(coverageOf(NO_VISITS)).toBeUndefined();
    expect(meanAgeOf(NO_VISITS)).toBeUndefined();
  });

  it('adds up, however the households are divided', () => {
    const day = fc
      .integer({ min: -400, max: 100 })
      .map((days) => new Date(Date.UTC(2026, 4, 12 + days)).toISOString().slice(0, 10));
    const plan = fc.record({
      dueOn: day,
      seenOn: fc.option(day, { nil: undefined }),
      months: fc.subarray(['2026-05', '2026-04']),
    });
    fc.assert(
      fc.property(fc.array(plan), fc.nat(20), (plans, at) => {
        const whole = countVisits(plans, TODAY);
        const parts = [plans.slice(0, at), plans.slice(at)].map((part) => countVisits(part, TODAY));
        expect(parts.reduce(addCounts, NO_VISITS)).toEqual(whole);
        expect(whole.visited).toBeLessThanOrEqual(whole.due);
        const { neverSeen, seen30, seen90, seen180, seenBefore } = whole;
        expect(neverSeen + seen30 + seen90 + seen180 + seenBefore).toBe(plans.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is of one worker what is in their set, and of whoever has none what is in nobody’s', () => {
    const plans = ['a', 'b', 'c', 'd'].map((household) => ({ household }));
    const one = { id: '1', name: 'one', households: ['a', 'b'] };
    const other = { id: '2', name: 'other', households: [] };
    expect(householdsOf(one, [one, other], plans)).toEqual([{ household: 'a' }, { household: 'b' }]);
    expect(householdsOf(other, [one, other], plans)).toEqual([{ household: 'c' }, { household: 'd' }]);
    expect(householdsOf(other, [other], plans)).toEqual(plans);
  });
});
