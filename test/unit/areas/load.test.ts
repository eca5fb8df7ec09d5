import { loadChangeBy } from '../../../src/modules/areas/load.events';
import { caseRow } from '../../support/case-rows';
import { flagsOf } from '../../../src/modules/areas/load.rules';
import { businessDate, isValidOn, lastDateOf, nextBusinessDay } from '../../../src/shared/business-date';

const GRID = '510108008003001';

describe('a change of the table', () => {
  const household = { __edb_e__: 'household', grid: GRID, courtyard: `${GRID}001` };
  const reported = {
    __edb_e__: 'case',
    pk: 'CASE#c',
    version: 1,
    row: caseRow({ area: `${GRID}002`, holder: { level: 'GRID', code: GRID, name: '网格' } }),
  };

  it.each([
    ['a household that moved in', undefined, household, [GRID]],
    ['a household that moved out', household, undefined, [GRID]],
    ['a household that came from another grid', { ...household, grid: '510108008003002' }, household, ['510108008003002', GRID]],
    ['premises', undefined, { __edb_e__: 'premises', area: `${GRID}001` }, [GRID]],
    ['a grid that was renamed', undefined, { __edb_e__: 'area', level: 'GRID', code: GRID }, [GRID]],
  ])('marks the grid of %s', (_what, before, after, grids) => {
    expect(loadChangeBy({ before, after })).toEqual({ grids, cases: [] });
  }); // prettier-ignore

  it('tells of a case whether it is open: whether somebody holds it', () => {
    expect(loadChangeBy({ before: undefined, after: reported })).toEqual({
      grids: [GRID],
      cases: [{ grid: GRID, id: 'c', version: 1, open: true }],
    });
    const closed = { ...reported, version: 2, row: caseRow({ area: `${GRID}002`, state: 'CLOSED' }) };
    expect(loadChangeBy({ before: reported, after: closed })?.cases[0]).toMatchObject({
      version: 2,
      open: false,
    });
  });

  it.each([
    ['a street', { __edb_e__: 'area', level: 'STREET', code: '510108008' }],
    ['the mark itself', { __edb_e__: 'recount', grid: GRID }],
    ['the load itself', { __edb_e__: 'load', grid: GRID }],
    ['an open case', { __edb_e__: 'open-case', grid: GRID }],
    ['a household that says not where it is', { __edb_e__: 'household' }],
  ])('marks nothing for %s', (_what, after) => {
    expect(loadChangeBy({ before: undefined, after })).toBeUndefined();
  });
});

describe('the norm', () => {
  it.each([
    [299, 'GENERAL', undefined, ['BELOW_NORM']],
    [300, 'GENERAL', undefined, []],
    [500, 'GENERAL', undefined, []],
    [501, 'GENERAL', undefined, ['ABOVE_NORM']],
    [49, 'MICRO', undefined, ['BELOW_NORM']],
    [81, 'MICRO', undefined, ['ABOVE_NORM']],
    [9_000, 'SPECIAL', undefined, []],
    [0, undefined, undefined, []],
    [400, 'GENERAL', 10, []],
    [400, 'GENERAL', 7, ['MANY_PER_WORKER']],
    [400, 'GENERAL', 14, ['FEW_PER_WORKER']],
    [400, 'GENERAL', 0, []],
  ] as const)(
    'of %i households in a grid of kind %s with %s workers flags %j',
    (households, kind, workers, flags) => {
      expect(flagsOf(households, kind, workers)).toEqual(flags);
    },
  );
});

describe('a business date', () => {
  it('is that of Shanghai, eight hours ahead', () => {
    expect(businessDate(new Date('2026-05-31T15:59:59Z'))).toBe('2026-05-31');
    expect(businessDate(new Date('2026-05-31T16:00:00Z'))).toBe('2026-06-01');
    expect(nextBusinessDay(new Date('2026-05-31T15:59:59Z')).toISOString()).toBe('2026-05-31T16:00:00.000Z');
    expect(nextBusinessDay(new Date('2026-05-31T16:00:00Z')).toISOString()).toBe('2026-06-01T16:00:00.000Z');
  });

  it('of a month’s end knows leap years', () => {
    expect(['2026-02', '2028-02', '2026-12'].map(lastDateOf)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });

  it('lies from the first day on, and before the day the successors begin', () => {
    const validity = { validFrom: '2026-05-01', validTo: '2026-06-01' };
    const days = ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'];
    expect(days.map((day) => isValidOn(validity, day))).toEqual([false, true, true, false]);
    expect(isValidOn({}, '1949-10-01')).toBe(true);
  });
});
