import fc from 'fast-check';
import { mergedPage, shareOf } from '../../../src/modules/inspections/due-inspection.rules';
import {
  daysFor,
  type InspectionPlan,
  type InspectionPolicy,
  plannedBy,
  type PlannedPremises,
  planFor,
  USUAL_INSPECTION_POLICY,
} from '../../../src/modules/inspections/inspection-plan.rules';
import { inspectionPolicyFrom } from '../../../src/modules/inspections/inspection-policy.rules';
import { CONTROL_LEVELS, PREMISES_KINDS } from '../../../src/modules/places/premises.rules';
import { type Day, daysAfter } from '../../../src/shared/business-date';
import { isWorkingDay } from '../../../src/shared/calendar';

const TODAY = '2026-05-12';
const CHECKLIST = 'FIRE_PASSAGES';
const policyOf = (days: number, firstDays = 30): InspectionPolicy => ({
  ...{ rules: [{ checklist: CHECKLIST, kinds: [], controls: [], days }], firstDays, version: 1 },
});
const shop = (more: Partial<PlannedPremises> = {}): PlannedPremises => ({
  ...{ id: 'p', area: '510108008003001', name: '小店', kind: 'SHOP', control: 'NONE', status: 'OPERATING' },
  ...more,
});
const days = fc.integer({ min: 1, max: 731 });
const day = fc.integer({ min: -400, max: 400 }).map((number) => daysAfter(TODAY, number));

describe('the plan of premises', () => {
  it('is due on a working day, and never before it came on the list', () => {
    fc.assert(
      fc.property(days, day, day, (every, today, inspectedOn) => {
        const plan = planFor(undefined, shop(), CHECKLIST, { policy: policyOf(every), today, inspectedOn });
        expect(isWorkingDay(plan.dueOn ?? '')).toBe(true);
        expect((plan.dueOn ?? '') >= today).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('follows from the last inspection, in whichever order inspections are told', () => {
    fc.assert(
      fc.property(days, fc.array(day, { minLength: 1, maxLength: 5 }), (every, inspections) => {
        const told = (all: readonly Day[]) =>
          all.reduce<InspectionPlan | undefined>(
            (plan, inspectedOn) =>
              planFor(plan, shop(), CHECKLIST, { policy: policyOf(every), today: TODAY, inspectedOn }),
            undefined,
          );
        expect(told([...inspections, ...inspections])).toEqual(told([...inspections].sort()));
        expect(told([...inspections].reverse())?.lastOn).toBe([...inspections].sort().at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('comes sooner where the policy asks more often', () => {
    fc.assert(
      fc.property(days, days, day, (a, b, inspectedOn) => {
        const [often, seldom] = [Math.min(a, b), Math.max(a, b)].map(
          (every) =>
            planFor(undefined, shop(), CHECKLIST, { policy: policyOf(every), today: TODAY, inspectedOn })
              .dueOn,
        );
        expect((often ?? '') <= (seldom ?? '')).toBe(true);
      }),
    );
  });

  it('leaves the list with premises that are out of use, and keeps when they were inspected', () => {
    const facts = { policy: policyOf(30), today: TODAY };
    const kept = planFor(undefined, shop(), CHECKLIST, { ...facts, inspectedOn: '2026-05-01' });
    const closed = planFor(kept, shop({ status: 'CLOSED' }), CHECKLIST, facts);
    expect(closed).toMatchObject({ dueOn: undefined, since: undefined, lastOn: '2026-05-01' });
    const open = planFor(closed, shop(), CHECKLIST, { ...facts, today: '2026-09-01' });
    expect(open).toMatchObject({ dueOn: '2026-09-01', since: '2026-09-01', lastOn: '2026-05-01' });
  });
});

describe('the policy', () => {
  it('takes the shortest of the rules that fit, and plans nothing that none names', () => {
    const policy: InspectionPolicy = {
      ...policyOf(90),
      rules: [
        { checklist: CHECKLIST, kinds: [], controls: ['NATIONAL'], days: 7 },
        { checklist: CHECKLIST, kinds: ['SHOP'], controls: [], days: 30 },
      ],
    };
    expect(daysFor(policy, shop(), CHECKLIST)).toBe(30);
    expect(daysFor(policy, shop({ control: 'NATIONAL' }), CHECKLIST)).toBe(7);
    expect(daysFor(policy, shop({ kind: 'OTHER' }), CHECKLIST)).toBeUndefined();
    expect(daysFor(policy, shop({ status: 'SUSPENDED' }), CHECKLIST)).toBeUndefined();
    expect(daysFor(policy, shop(), 'SMALL_WORKSHOP')).toBeUndefined();
  });

  it('that is usual can be set, and asks no less of premises under stricter control', () => {
    expect(inspectionPolicyFrom({ ...USUAL_INSPECTION_POLICY, expectedVersion: 0 }).version).toBe(1);
    for (const kind of PREMISES_KINDS) {
      for (const checklist of plannedBy(USUAL_INSPECTION_POLICY, shop({ kind }))) {
        const every = CONTROL_LEVELS.map(
          (control) => daysFor(USUAL_INSPECTION_POLICY, shop({ kind, control }), checklist) ?? 0,
        );
        expect(every).toEqual([...every].sort((a, b) => a - b));
      }
    }
  });
});

describe('a page of several lists', () => {
  const lists = fc
    .uniqueArray(fc.integer({ min: 1000, max: 9999 }), { maxLength: 60 })
    .chain((keys) =>
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 60, maxLength: 60 }).map((of) => ({ keys, of })),
    );

  it('has every row once and in order, however short pages are, and reads little more than it shows', () => {
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 3 }),
        ({ keys, of }, limit, each) => {
          const all = [0, 1, 2, 3, 4].map((list) =>
            keys
              .filter((_key, index) => of[index] === list)
              .sort()
              .map((number) => ({ row: number, key: String(number) })),
          );
          const keep = (row: number) => row % each !== 0;
          const count = shareOf(limit, all.length);
          expect(count * all.length).toBeLessThanOrEqual(limit * 1.2 + 2 * all.length);
          const seen: number[] = [];
          let after = '';
          for (let more = true; more;) {
            const read = all.map((list) => {
              const rows = list.filter(({ key }) => key > after).slice(0, count);
              return { rows, isAll: rows.length < count };
            });
            const page = mergedPage(read, limit, keep);
            seen.push(...page.rows.map(({ row }) => row));
            more = page.hasNextPage;
            expect(!more || (page.endKey ?? '') > after).toBe(true);
            after = page.endKey ?? '';
          }
          expect(seen).toEqual(keys.filter(keep).sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});
