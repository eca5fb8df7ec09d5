import { daysAfter, weekOf } from '../../../src/shared/business-date';
import { daysBetween, isWorkingDay, workingDayFrom } from '../../../src/shared/calendar';

describe('the calendar', () => {
  it.each([
    ['2026-02-14', true, 'a Saturday worked in exchange for Spring Festival'],
    ['2026-02-16', false, 'the eve of Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival, a Monday'],
    ['2026-02-24', true, 'the day after it'],
    ['2026-05-09', true, 'a Saturday worked in exchange for Labour Day'],
    ['2026-05-12', true, 'a Tuesday'],
    ['2026-05-16', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked in exchange for it'],
  ])('%s: %s, %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it.each([
    ['2029-01-01', false, 'New Year, a Monday'],
    ['2029-02-12', false, 'the eve of Spring Festival'],
    ['2029-02-13', false, 'the first day of Spring Festival'],
    ['2029-02-15', false, 'the third day'],
    ['2029-02-16', true, 'the day after what the law gives'],
    ['2029-04-04', false, 'Qingming'],
    ['2029-04-05', true, 'the day after it'],
    ['2029-05-01', false, 'Labour Day'],
    ['2029-05-02', false, 'its second day'],
    ['2029-05-03', true, 'the day after'],
    ['2029-10-02', false, 'National Day, the second'],
    ['2029-10-04', true, 'the day after what the law gives'],
  ])('of a year whose exchanges nobody knows yet, %s: %s, %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it('finds the next working day, over a long holiday too', () => {
    expect(workingDayFrom('2026-05-12')).toBe('2026-05-12');
    expect(workingDayFrom('2026-05-16')).toBe('2026-05-18');
    expect(workingDayFrom('2026-10-01')).toBe('2026-10-08');
  });

  it('counts days over months and years', () => {
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-05-01', '2026-06-01')).toBe(31);
    expect(daysBetween('2026-06-01', '2026-05-01')).toBe(-31);
    expect(weekOf('2026-05-17')).toEqual({ from: '2026-05-11', to: '2026-05-17' });
    expect(weekOf('2026-05-11')).toEqual({ from: '2026-05-11', to: '2026-05-17' });
    expect(weekOf('2026-01-01')).toEqual({ from: '2025-12-29', to: '2026-01-04' });
  });
});
