import fc from 'fast-check';
import { momentOf } from '../../../src/shared/business-date';
import { isWorkingDay } from '../../../src/shared/calendar';
import { type LimitUnit } from '../../../src/shared/limit';
import {
  afterWorking,
  endOf,
  flawOfHours,
  type OfficeHours,
  shareOf,
  USUAL_HOURS,
  workingBetween,
} from '../../../src/shared/working-time';

/** A moment in Shanghai: `2026-02-13 16:30`. */
const at = (text: string) => momentOf(text.slice(0, 10), `${text.slice(11)}:00`);
const said = (moment: Date) =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const HOUR = 3_600_000;

describe('a limit of an office that works from 9 to 12 and from 13:30 to 17:30', () => {
  it.each<[string, number, LimitUnit, string, string]>([
    ['2026-03-04 09:00', 4, 'WORKING_HOURS', '2026-03-04 14:30', 'over lunch'],
    ['2026-03-04 13:30', 4, 'WORKING_HOURS', '2026-03-04 17:30', 'to the closing moment'],
    ['2026-03-04 12:30', 1, 'WORKING_HOURS', '2026-03-04 14:30', 'begun at lunch'],
    ['2026-03-04 17:00', 1, 'WORKING_HOURS', '2026-03-05 09:30', 'overnight'],
    ['2026-03-04 23:59', 2, 'WORKING_HOURS', '2026-03-05 11:00', 'begun just before midnight'],
    ['2026-03-05 00:00', 2, 'WORKING_HOURS', '2026-03-05 11:00', 'begun at midnight'],
    ['2026-03-06 17:00', 1, 'WORKING_HOURS', '2026-03-09 09:30', 'over a weekend'],
    ['2026-02-13 16:30', 4, 'WORKING_HOURS', '2026-02-14 12:00', 'a Saturday worked for Spring Festival'],
    ['2026-02-13 16:30', 10, 'WORKING_HOURS', '2026-02-24 11:00', 'over Spring Festival'],
    ['2026-02-27 17:00', 4, 'WORKING_HOURS', '2026-02-28 14:00', 'the Saturday worked after it'],
    ['2026-02-13 10:00', 2, 'WORKING_DAYS', '2026-02-24 17:30', 'days over Spring Festival'],
    ['2026-02-18 10:00', 1, 'WORKING_DAYS', '2026-02-24 17:30', 'a day, begun on its second day'],
    ['2026-09-30 16:00', 1, 'WORKING_DAYS', '2026-10-08 17:30', 'a day over National Day'],
    ['2026-09-30 16:00', 3, 'WORKING_DAYS', '2026-10-10 17:30', 'the Saturday worked for National Day'],
    ['2026-09-30 17:00', 8, 'WORKING_HOURS', '2026-10-09 09:30', 'hours over National Day'],
    ['2026-09-19 11:00', 2, 'WORKING_HOURS', '2026-09-20 11:00', 'a Sunday worked for National Day'],
    ['2026-03-04 08:00', 1, 'WORKING_DAYS', '2026-03-05 17:30', 'the day it begins does not count'],
    [
      '2026-02-16 23:00',
      2,
      'CALENDAR_HOURS',
      '2026-02-17 01:00',
      'an emergency on the eve of Spring Festival',
    ],
  ])('that begins %s and is %i %s ends %s: %s', (from, count, unit, end) => {
    expect(said(endOf(USUAL_HOURS, { count, unit }, at(from)))).toBe(end);
  });

  it('is four fifths over at the same share of working time, or of all time', () => {
    const [from, to] = [at('2026-02-13 16:30'), at('2026-02-24 11:00')];
    const near = shareOf(USUAL_HOURS, { count: 10, unit: 'WORKING_HOURS' }, [from, to], 0.8);
    expect(said(near)).toBe('2026-02-14 17:30');
    const soon = [at('2026-03-04 22:00'), at('2026-03-05 08:00')] as [Date, Date];
    expect(said(shareOf(USUAL_HOURS, { count: 10, unit: 'CALENDAR_HOURS' }, soon, 0.8))).toBe(
      '2026-03-05 06:00',
    );
  });
});

describe('a district with days of its own', () => {
  const office: OfficeHours = { ...USUAL_HOURS, free: ['2026-03-05'], worked: ['2026-03-07'] };

  it('does not count the day that is free there, and counts the Saturday it works', () => {
    expect(said(endOf(office, { count: 2, unit: 'WORKING_DAYS' }, at('2026-03-04 09:00')))).toBe(
      '2026-03-07 17:30',
    );
    expect(said(afterWorking(office, at('2026-03-04 17:00'), HOUR))).toBe('2026-03-06 09:30');
  });

  it('is refused hours that are no times, overlap or come to nothing, and a day that is both', () => {
    const hours = (...all: [string, string][]) =>
      flawOfHours({ ...USUAL_HOURS, hours: all.map(([from, to]) => ({ from, to })) });
    expect(hours(['08:30', '12:00'], ['12:00', '18:00'])).toBe('HOURS');
    expect(hours(['08:30', '12:00'], ['11:00', '18:00'])).toBe('HOURS');
    expect(hours(['12:00', '09:00'])).toBe('HOURS');
    expect(hours(['9:00', '12:00'])).toBe('HOURS');
    expect(hours(['09:00', '24:00'])).toBe('HOURS');
    expect(hours()).toBe('HOURS');
    expect(hours(['00:00', '23:59'])).toBeUndefined();
    expect(flawOfHours({ ...office, worked: ['2026-03-05'] })).toBe('DAYS');
  });
});

describe('working time', () => {
  const moment = fc.date({ min: at('2024-01-01 00:00'), max: at('2029-12-31 00:00'), noInvalidDate: true });
  const minutes = fc.nat(6 * 7 * 60);
  const offices = fc.constantFrom<OfficeHours>(
    USUAL_HOURS,
    { hours: [{ from: '08:30', to: '18:00' }], free: ['2026-05-06'], worked: ['2026-05-03'] },
    {
      ...USUAL_HOURS,
      hours: [
        { from: '00:00', to: '06:00' },
        { from: '22:00', to: '23:59' },
      ],
    },
  );
  const always = (check: (office: OfficeHours, from: Date, one: number, other: number) => void) => {
    fc.assert(
      fc.property(offices, moment, minutes, minutes, (office, from, one, other) => {
        check(office, from, one * 60_000, other * 60_000);
      }),
      { numRuns: 2_000 },
    );
  };

  it('that was added is what is measured, and ends within working time', () => {
    always((office, from, length) => {
      const end = afterWorking(office, from, length);
      expect(workingBetween(office, from, end)).toBe(length);
      if (length === 0) return;
      const [day, time] = [said(end).slice(0, 10), said(end).slice(11)];
      expect(office.worked.includes(day) || (isWorkingDay(day) && !office.free.includes(day))).toBe(true);
      expect(office.hours.some((open) => time >= open.from && time <= open.to)).toBe(true);
    });
  });

  it('can be added in two parts, with any pause outside of it between them', () => {
    always((office, from, one, other) => {
      const between = afterWorking(office, from, one);
      expect(afterWorking(office, between, other)).toEqual(afterWorking(office, from, one + other));
    });
  });

  it('adds up over any moment between, and never runs backwards', () => {
    fc.assert(
      fc.property(offices, fc.array(moment, { minLength: 3, maxLength: 3 }), (office, moments) => {
        const [first, middle, last] = moments.sort((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date];
        const nearby = new Date(Math.min(last.getTime(), first.getTime() + 90 * 86_400_000));
        const between = new Date(Math.min(middle.getTime(), nearby.getTime()));
        const whole = workingBetween(office, first, nearby);
        expect(workingBetween(office, first, between) + workingBetween(office, between, nearby)).toBe(whole);
        expect(workingBetween(office, nearby, first)).toBe(0);
        expect(whole).toBeLessThanOrEqual(nearby.getTime() - first.getTime());
      }),
      { numRuns: 500 },
    );
  });
});
