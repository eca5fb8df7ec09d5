import fc from 'fast-check';
import { CASE_STATES } from '../../../src/modules/cases/case.machine';
import {
  FINDING_STATES,
  findingState,
  isUnsettled,
  standingOf,
} from '../../../src/modules/inspections/finding.rules';
import { repeatedItems } from '../../../src/modules/inspections/inspection.rules';

const step = (
  move: 'REPORT' | 'DISPATCH' | 'REPORT_BACK' | 'SEND_BACK' | 'REOPEN' | 'CLOSE',
  hour: number,
) => ({
  move,
  at: new Date(Date.UTC(2026, 4, 12, hour)).toISOString(),
});

describe('a finding', () => {
  it('follows its case: open, rectified, enforced, rectified again, struck off', () => {
    const steps = [step('REPORT', 1), step('DISPATCH', 2)];
    expect(findingState(undefined)).toBe('PENDING');
    expect(findingState({ state: 'REPORTED', steps: steps.slice(0, 1) })).toBe('OPEN');
    expect(findingState({ state: 'HANDLING', steps })).toBe('OPEN');
    const back = [...steps, step('REPORT_BACK', 3)];
    expect(findingState({ state: 'HANDLED', steps: back })).toBe('RECTIFIED');
    const sent = [...back, step('SEND_BACK', 4)];
    expect(findingState({ state: 'HANDLING', steps: sent })).toBe('ENFORCEMENT');
    const again = [...sent, step('REPORT_BACK', 5)];
    expect(findingState({ state: 'HANDLED', steps: again })).toBe('RECTIFIED');
    const closed = [...again, step('CLOSE', 6)];
    expect(standingOf({ state: 'CLOSED', steps: closed })).toMatchObject({
      state: 'STRUCK_OFF',
      rectifiedAt: new Date(again.at(-1)!.at),
      decidedAt: new Date(closed.at(-1)!.at),
    });
    const reopened = [...closed, step('REOPEN', 7)];
    expect(standingOf({ state: 'REPORTED', steps: reopened })).toMatchObject({
      ...{ state: 'OPEN', rectifiedAt: undefined, decidedAt: undefined },
    });
  });

  it('has a state in whatever state its case is, and asks nothing more of anybody once that is ended', () => {
    for (const state of CASE_STATES) expect(FINDING_STATES).toContain(findingState({ state, steps: [] }));
    const ended = (['CLOSED', 'DECLINED', 'CANCELLED', 'MERGED'] as const).map((state) =>
      isUnsettled(findingState({ state, steps: [] })),
    );
    expect(ended).toEqual([false, false, false, false]);
  });
});

describe('a repeated finding', () => {
  const inspection = (id: number, at: number, fails: readonly string[], checklist = 'A') => ({
    ...{ id: String(id).padStart(3, '0'), checklist, at: new Date(at) },
    answers: ['X', 'Y', 'Z'].map((item) => ({
      item,
      result: fails.includes(item) ? ('FAIL' as const) : ('PASS' as const),
    })),
  });

  it('is one that failed at the last inspection by the same checklist, in whatever order they are read', () => {
    const made = fc.record({
      at: fc.integer({ min: 1, max: 5 }),
      fails: fc.subarray(['X', 'Y', 'Z']),
      checklist: fc.constantFrom('A', 'B'),
    });
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 8 }), fc.nat(), (all, pick) => {
        const rows = all.map(({ at, fails, checklist }, index) => inspection(index, at, fails, checklist));
        const of = rows[pick % rows.length]!;
        // A model by time and id alone: whoever stands right before it in its checklist's line.
        const line = rows
          .filter(({ checklist }) => checklist === of.checklist)
          .sort((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id));
        const before = line[line.indexOf(of) - 1];
        const both = of.answers
          .filter(
            ({ item, result }, index) =>
              item && result === 'FAIL' && before?.answers[index]?.result === 'FAIL',
          )
          .map(({ item }) => item);
        expect([...repeatedItems(of, rows)]).toEqual(both);
        expect([...repeatedItems(of, [...rows].reverse())]).toEqual(both);
      }),
    );
  });
});
