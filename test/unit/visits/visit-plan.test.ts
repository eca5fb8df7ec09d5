import fc from 'fast-check';
import { isWorkingDay } from '../../../src/shared/calendar';
import {
  due,
  type Knock,
  newPlan,
  USUAL_POLICY,
  VISIT_OUTCOMES,
  type VisitPlan,
  withKnock,
} from '../../../src/modules/visits/visit-plan.rules';

const doorway = { household: 'h', grid: 'g', courtyard: 'c', door: '1-1-101', address: 'a', memberCount: 3 };
const plan = (more: Partial<VisitPlan> = {}): VisitPlan =>
  due({ ...newPlan(doorway, '2026-05-12', USUAL_POLICY), ...more }, USUAL_POLICY);
const knock = (on: string, outcome: Knock['outcome'], more: Partial<Knock> = {}): Knock => ({
  ...{ id: `${on}-${outcome}`, on, at: `${on}T02:00:00.000Z`, outcome },
  ...more,
});
const after = (before: VisitPlan, ...knocks: Knock[]) =>
  knocks.reduce((at, each) => withKnock(at, each, [], USUAL_POLICY), before);

describe('when a household is due', () => {
  it('is within thirty days at first, on a working day', () => {
    expect(plan().dueOn).toBe('2026-06-11');
    // 2026-06-13 is a Saturday.
    expect(plan({ since: '2026-05-14' }).dueOn).toBe('2026-06-15');
  });

  it('is a quarter after somebody was met', () => {
    expect(after(plan(), knock('2026-05-12', 'MET')).dueOn).toBe('2026-08-10');
  });

  it.each([
    ['CLOSE', '2026-05-19'],
    ['KEY', '2026-06-11'],
    ['TRUSTED', '2026-11-09'],
    ['VACANT', '2027-05-12'],
  ] as const)('moves with the tier %s', (setTier, dueOn) => {
    expect(due({ ...after(plan(), knock('2026-05-12', 'MET')), setTier }, USUAL_POLICY).dueOn).toBe(dueOn);
  });

  it('is a year hence where nobody lives, until somebody does', () => {
    const seen = after(plan({ memberCount: 0 }), knock('2026-05-12', 'MET'));
    expect(seen.dueOn).toBe('2027-05-12');
    expect(due({ ...seen, memberCount: 1 }, USUAL_POLICY).dueOn).toBe('2026-08-10');
  });

  it('is some days on where nobody was home, and a month on after a refusal; neither is a visit that met anyone', () => {
    const overdue = plan({ since: '2026-01-05' });
    expect(after(overdue, knock('2026-05-12', 'NOT_HOME'))).toMatchObject({
      dueOn: '2026-05-15',
      months: [],
    });
    expect(after(overdue, knock('2026-05-12', 'REFUSED'))).toMatchObject({
      ...{ dueOn: '2026-06-11', months: ['2026-05'], seenOn: undefined },
    });
  });

  it('is the day that was agreed, earlier than the tier asks or later than a refusal would be', () => {
    const met = knock('2026-05-12', 'MET', { nextOn: '2026-05-20' });
    expect(after(plan(), met).dueOn).toBe('2026-05-20');
    const refused = knock('2026-05-12', 'REFUSED', { nextOn: '2026-05-14' });
    expect(after(plan({ since: '2026-01-05' }), refused).dueOn).toBe('2026-05-14');
  });

  it('is the earliest of what the household and whoever is looked after there need', () => {
    const care = [
      { tag: 't', resident: 'r', tier: 'CLOSE', from: '2026-05-12', until: '2026-06-12' } as const,
    ];
    const cared = plan({ care, seenOn: '2026-05-12' });
    expect(cared).toMatchObject({ dueOn: '2026-05-19', recheckOn: '2026-06-12' });
    // Whoever opened the door was somebody else.
    expect(withKnock(cared, knock('2026-05-18', 'MET'), ['other'], USUAL_POLICY).dueOn).toBe('2026-05-19');
    expect(withKnock(cared, knock('2026-05-18', 'MET'), ['r'], USUAL_POLICY).dueOn).toBe('2026-05-25');
    // What is needed after the tag has ended is not needed.
    const last = withKnock(cared, knock('2026-06-08', 'MET'), ['r'], USUAL_POLICY);
    expect(last).toMatchObject({ dueOn: '2026-09-07', recheckOn: undefined });
  });

  it('is the same whichever visit is told first and however often, and always a working day', () => {
    const day = fc
      .integer({ min: 0, max: 200 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    const visit = fc.record({
      on: day,
      outcome: fc.constantFrom(...VISIT_OUTCOMES),
      minute: fc.integer({ min: 10, max: 59 }),
      met: fc.subarray(['r', 's']),
    });
    const visits = fc.array(visit, { minLength: 1, maxLength: 8 }).map((all) =>
      all.map(({ on, outcome, minute, met }, index) => ({
        knock: { id: `v${index}`, on, at: `${on}T02:${minute}:00.000Z`, outcome },
        met: outcome === 'MET' ? met : [],
      })),
    );
    const care = ['r', 's'].map((resident) => ({
      ...{ tag: `t-${resident}`, resident, from: '2026-01-01', until: '2026-12-01' },
      tier: 'KEY' as const,
    }));
    const told = (order: { knock: Knock; met: string[] }[]) =>
      order.reduce((at, each) => withKnock(at, each.knock, each.met, USUAL_POLICY), plan({ care }));
    fc.assert(
      fc.property(
        visits.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([all, order]) => {
          const one = told(all);
          expect(told(order)).toEqual(one);
          expect(isWorkingDay(one.dueOn)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
