import fc from 'fast-check';
import { momentOf } from '../../../src/shared/business-date';
import {
  type CaseClock,
  clockAfter,
  clockFrom,
  clockUntil,
  clockWith,
  PUNCTUALITIES,
  punctualityOf,
  restOf,
  STEP_LIMITS,
  STEP_OF,
} from '../../../src/modules/cases/case-clock.rules';
import { CASE_STATES, isEnded } from '../../../src/modules/cases/case.machine';
import { URGENCIES } from '../../../src/modules/cases/case.rules';

const at = (text: string) => momentOf(text.slice(0, 10), `${text.slice(11)}:00`);
const clock = (
  text: string,
  urgency: (typeof URGENCIES)[number],
  state: (typeof CASE_STATES)[number] = 'REPORTED',
) => clockFrom({ state, version: 1, urgency, category: FIRE }, at(text));
/** One working day. */
const FIRE = { code: 'FIRE_HAZARD' };
const dueOf = (found: CaseClock | undefined) => found?.dueAt;

describe('the clock of a case', () => {
  it('runs day and night for what is urgent, and in working time for all else', () => {
    expect(dueOf(clock('2026-02-16 23:30', 'EMERGENCY'))).toEqual(at('2026-02-17 00:30'));
    expect(dueOf(clock('2026-02-16 23:30', 'URGENT'))).toEqual(at('2026-02-17 03:30'));
    // The eve of Spring Festival: a working day later is eight days later.
    expect(dueOf(clock('2026-02-16 23:30', 'NORMAL'))).toEqual(at('2026-02-24 17:30'));
  });

  it('gives the time to handle it that its category has, or less where it is urgent', () => {
    expect(dueOf(clock('2026-03-06 16:00', 'NORMAL', 'HANDLING'))).toEqual(at('2026-03-09 17:30'));
    expect(dueOf(clock('2026-03-06 16:00', 'URGENT', 'HANDLING'))).toEqual(at('2026-03-07 16:00'));
    expect(dueOf(clock('2026-03-06 16:00', 'EMERGENCY', 'HANDLING'))).toEqual(at('2026-03-07 00:00'));
    // On Wednesday morning the category's working day ends before the day and night of what is urgent would.
    expect(dueOf(clock('2026-03-04 20:00', 'URGENT', 'HANDLING'))).toEqual(at('2026-03-05 17:30'));
  });

  it('waits for something in every state but the pool of problems and the last ones, and has a limit for it at each urgency', () => {
    for (const state of CASE_STATES)
      for (const urgency of URGENCIES) {
        const found = clockFrom({ state, version: 1, urgency, category: FIRE }, at('2026-03-04 09:00'));
        expect(found?.step).toBe(STEP_OF[state]);
        expect(found === undefined).toBe(isEnded(state) || state === 'SUSPENDED');
      }
    const limits = URGENCIES.flatMap((urgency) => Object.values(STEP_LIMITS[urgency]));
    expect(limits.every(({ count }) => count > 0)).toBe(true);
  });

  it('is near its end from four fifths on, and over after the moment it is due and not before', () => {
    const found = clock('2026-03-04 10:00', 'EMERGENCY')!;
    const stands = (text: string) => punctualityOf(found, at(text));
    expect(stands('2026-03-04 10:47')).toBe('WITHIN');
    expect(stands('2026-03-04 10:48')).toBe('NEAR');
    expect(stands('2026-03-04 11:00')).toBe('NEAR');
    expect(punctualityOf(found, new Date(at('2026-03-04 11:00').getTime() + 1))).toBe('OVER');
  });

  it('never goes back to an earlier standing', () => {
    const moment = fc.date({ min: at('2026-01-01 00:00'), max: at('2026-12-31 00:00'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...URGENCIES), moment, moment, (since, urgency, one, other) => {
        const found = clockFrom({ state: 'HANDLED', version: 1, urgency, category: FIRE }, since)!;
        const [first, last] = one < other ? [one, other] : [other, one];
        const rank = (now: Date) => PUNCTUALITIES.indexOf(punctualityOf(found, now));
        expect(rank(first)).toBeLessThanOrEqual(rank(last));
        expect(found.nearAt.getTime()).toBeLessThanOrEqual(found.dueAt.getTime());
        expect(found.nearAt.getTime()).toBeGreaterThanOrEqual(since.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it('begins anew with another holder or state, and with nothing else: whatever is said meanwhile does not move it', () => {
    const running = clock('2026-03-04 09:00', 'NORMAL');
    const grid = { code: '510108001001001' };
    const held = {
      state: 'REPORTED',
      version: 4,
      urgency: 'NORMAL',
      category: FIRE,
      holder: grid,
      clock: running,
    } as const;
    const later = at('2026-03-04 15:00');
    expect(clockAfter(held, { ...held, version: 5 }, later)).toBe(running);
    expect(clockAfter(held, { ...held, version: 5, holder: { ...grid } }, later)).toBe(running);
    const above = clockAfter(held, { ...held, version: 5, holder: { code: '510108001001' } }, later);
    expect(above).toMatchObject({ step: 'TRIAGE', began: 5, since: later });
    const handled = clockAfter(held, { ...held, version: 5, state: 'HANDLED' }, later);
    expect(handled).toMatchObject({ step: 'CHECK', began: 5 });
    expect(
      clockAfter(held, { ...held, version: 5, state: 'CLOSED', holder: undefined }, later),
    ).toBeUndefined();
  });

  it('stands still in the pool of problems: what was left before is left after it, whenever it comes out', () => {
    const moments = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => new Date(at('2026-02-09 09:00').getTime() + minutes * 60_000)); // prettier-ignore
    fc.assert(
      fc.property(moments, moments, moments, fc.constantFrom(...URGENCIES), (a, b, c, urgency) => {
        const [from, into, out] = [a, b, c].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const facts = { state: 'HANDLING', version: 3, urgency, category: FIRE } as const;
        const before = clockFrom(facts, from)!;
        const rest = restOf(before, facts, into);
        const after = clockWith(rest, { ...facts, version: 5 }, out)!;
        expect(after.began).toBe(5);
        expect(restOf(after, facts, out)).toEqual(rest);
        if (into > before.dueAt) expect(rest.due).toBe(0);
        if (into.getTime() === out.getTime() && rest.due > 0) expect(after.dueAt).toEqual(before.dueAt);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends with an extension when that was asked for, and is near it after four fifths of the time that is left', () => {
    const facts = { state: 'HANDLING', version: 4, urgency: 'NORMAL', category: FIRE } as const;
    const before = clockFrom(facts, at('2026-03-04 09:00'))!;
    const after = clockUntil(before, { ...facts, version: 6 }, [
      at('2026-03-05 09:00'),
      at('2026-03-06 17:30'),
    ]);
    expect(after).toMatchObject({
      began: 6,
      since: before.since,
      dueAt: at('2026-03-06 17:30'),
      told: undefined,
    });
    // Of fourteen working hours, eleven and twelve minutes: seven on Thursday, four and twelve on Friday.
    expect(after.nearAt).toEqual(at('2026-03-06 14:42'));
  });
});
