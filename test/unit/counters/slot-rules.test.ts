import {
  type CounterContent,
  flawsOfCounter,
  MOST_OF_COUNTER,
} from '../../../src/modules/counters/counter.rules';
import { bookableDays, slotAt, slotsOn } from '../../../src/modules/counters/slot.rules';
import { businessTime } from '../../../src/shared/business-date';
import { isPublicHoliday } from '../../../src/shared/calendar';

const session = (weekday: number, from = '09:00', to = '10:00') => ({
  ...{ weekday, from, to, slotMinutes: 30, capacity: 2 },
});
const counter: CounterContent = {
  ...{ name: '便民服务站', address: '某路 1 号', offers: [], windows: 1, closedOn: ['2026-05-14'] },
  ...{ sessions: [session(1, '13:00', '14:10'), session(4), session(6, '10:00', '11:00')] },
  opensOnMakeUpDays: false,
};
const usual = { free: [], worked: [] };
const timesOn = (
  day: string,
  more: Partial<CounterContent> = {},
  district: { free: string[]; worked: string[] } = { free: [], worked: [] },
) => slotsOn({ ...counter, ...more }, district, day).map(({ start }) => businessTime(start).slice(0, 5));

describe('the slots of a counter', () => {
  it('are the whole ones of the sessions of the weekday', () => {
    expect(timesOn('2026-05-11')).toEqual(['13:00', '13:30']);
    expect(timesOn('2026-05-12')).toEqual([]);
    expect(timesOn('2026-05-16')).toEqual(['10:00', '10:30']);
  });

  it('are none on public holidays, on days it is closed, and where the district is free', () => {
    // Labour Day 2026 is a Friday; 1 October a Thursday, 3 October a Saturday.
    expect(timesOn('2026-10-01')).toEqual([]);
    expect(timesOn('2026-10-03')).toEqual([]);
    expect(timesOn('2026-05-14')).toEqual([]);
    expect(timesOn('2026-05-21')).toEqual(['09:00', '09:30']);
    expect(timesOn('2026-05-21', {}, { free: ['2026-05-21'], worked: [] })).toEqual([]);
  });

  it('are those of a Monday on days that are worked in exchange, where it says so, unless it has some of that day', () => {
    const sessions = [session(1, '13:00', '14:00')];
    expect(timesOn('2026-05-09', { sessions })).toEqual([]);
    expect(timesOn('2026-05-09', { sessions, opensOnMakeUpDays: true })).toEqual(['13:00', '13:30']);
    expect(timesOn('2026-05-09', { opensOnMakeUpDays: true })).toEqual(['10:00', '10:30']);
    const worked = { free: [], worked: ['2026-05-17'] };
    expect(timesOn('2026-05-17', { opensOnMakeUpDays: true }, worked)).toEqual(['13:00', '13:30']);
  });

  it('are found by their start alone', () => {
    const [first] = slotsOn(counter, usual, '2026-05-11');
    expect(slotAt(counter, usual, first!.start)).toEqual(first);
    expect(slotAt(counter, usual, new Date(first!.start.getTime() + 1))).toBeUndefined();
  });

  it('may be booked for fourteen days of Shanghai', () => {
    const days = bookableDays(new Date('2026-05-12T16:00:00Z'));
    expect([days.length, days[0], days.at(-1)]).toEqual([14, '2026-05-13', '2026-05-26']);
  });
});

describe('a public holiday', () => {
  it('is what is announced or the law says, and no weekend besides', () => {
    const days = [
      '2026-05-01',
      '2026-05-02',
      '2026-10-03',
      '2030-10-01',
      '2026-05-16',
      '2026-05-09',
      '2026-05-12',
    ];
    expect(days.map(isPublicHoliday)).toEqual([true, true, true, true, false, false, false]);
  });
});

describe('a counter', () => {
  const codes = (more: Partial<CounterContent>) =>
    flawsOfCounter({ ...counter, ...more }).map(({ code }) => code);

  it('is sound as it is', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ phone: '028-84310000' })).toEqual([]);
  });

  it.each<readonly [string, Partial<CounterContent>, string]>([
    ['no name', { name: ' ' }, 'TEXT_REQUIRED'],
    ['too long an address', { address: '长'.repeat(101) }, 'TEXT_TOO_LONG'],
    ['a person’s number', { phone: '13800138000' }, 'COUNTER_PHONE'],
    ['no window', { windows: 0 }, 'COUNTER_WINDOWS'],
    ['half a window', { windows: 1.5 }, 'COUNTER_WINDOWS'],
    ['a day that is none', { closedOn: ['2026-02-30'] }, 'COUNTER_SESSIONS'],
    ['an eighth weekday', { sessions: [session(8)] }, 'COUNTER_SESSIONS'],
    [
      'a session that ends before it begins',
      { sessions: [session(1, '10:00', '09:00')] },
      'COUNTER_SESSIONS',
    ],
    ['a time that is none', { sessions: [session(1, '25:00', '26:00')] }, 'COUNTER_SESSIONS'],
    ['sessions that overlap', { sessions: [session(1), session(1, '09:30', '11:00')] }, 'COUNTER_SESSIONS'],
    ['no place', { sessions: [{ ...session(1), capacity: 0 }] }, 'COUNTER_SESSIONS'],
    ['slots of no time', { sessions: [{ ...session(1), slotMinutes: 0 }] }, 'COUNTER_SESSIONS'],
    [
      'more slots a day than are read',
      { sessions: [{ ...session(1, '08:00', '18:00'), slotMinutes: 5 }] },
      'COUNTER_SESSIONS',
    ],
    [
      'too many sessions',
      { sessions: Array.from({ length: MOST_OF_COUNTER.sessions + 1 }, (_n, at) => session(1 + (at % 7))) },
      'COUNTER_TOO_LARGE',
    ],
  ])('is refused with %s', (_what, more, code) => {
    expect(codes(more)).toContain(code);
  });
});
