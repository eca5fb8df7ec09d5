import { type Image } from '../../../src/data/table-change';
import { pointersOf } from '../../../src/modules/changes/pointer.events';
import { opens, standsOfCase, standsOfResident } from '../../../src/modules/changes/presence.rules';
import { caseRow } from '../../support/case-rows';

const GRID = '510108001001001';
const NEXT = '510108001001002';
const [YARD, OTHER, BESIDE] = [`${GRID}001`, `${GRID}002`, `${NEXT}001`] as const;

const household = (courtyard: string): Image => ({ __edb_e__: 'household', id: 'h', courtyard });
const plan = (courtyard: string, dueOn: string): Image => ({ __edb_e__: 'visit-plan', id: 'h', courtyard, dueOn, row: {} }); // prettier-ignore
const resident = (...homes: [courtyard: string, until?: string][]): Image => ({
  ...{ __edb_e__: 'resident', id: 'r' },
  residences: homes.map(([courtyard, until]) => ({ courtyard, until })),
});
const shown = (changes: readonly [Image?, Image?][]) =>
  pointersOf(changes.map(([before, after]) => ({ before, after }))).map(
    ({ grid, guard, kind }) => `${kind} ${grid.slice(-3)} ${guard.slice(-6)}`,
  );

describe('what changes of the table say to phones', () => {
  it('is where a household is now, and where it is no longer', () => {
    expect(shown([[undefined, household(YARD)]])).toEqual(['HERE 001 001001']);
    expect(shown([[household(YARD), household(OTHER)]])).toEqual(['GONE 001 001001', 'HERE 001 001002']);
    expect(shown([[household(YARD), household(BESIDE)]])).toEqual(['GONE 001 001001', 'HERE 002 002001']);
    expect(shown([[household(YARD), household(YARD)]])).toEqual(['HERE 001 001001']);
    expect(shown([[household(YARD), undefined]])).toEqual(['GONE 001 001001']);
  });

  it('is the last of several changes of one record', () => {
    const there = [household(YARD), household(OTHER)] as [Image, Image];
    const back = [household(OTHER), household(YARD)] as [Image, Image];
    expect(shown([there, back])).toEqual(['GONE 001 001002', 'HERE 001 001001']);
    expect(shown([there, back, there])).toEqual(['GONE 001 001001', 'HERE 001 001002']);
  });

  it('is each grid in which a resident lives, guarded by the first home, as their page is', () => {
    expect(shown([[undefined, resident([YARD], [BESIDE])]])).toEqual(['HERE 001 001001', 'HERE 002 001001']);
    expect(shown([[resident([YARD], [BESIDE]), resident([BESIDE], [YARD, '2026-01-01'])]])).toEqual([
      ...['GONE 001 001001', 'GONE 002 001001', 'HERE 002 002001'],
    ]);
    expect(shown([[resident([YARD]), resident([YARD, '2026-01-01'])]])).toEqual(['GONE 001 001001']);
    expect(standsOfResident({ residences: [] })).toEqual([]);
  });

  it('is that a plan of visits has changed, of what is shown, and never where its household stands', () => {
    expect(shown([[plan(YARD, '2026-05-01'), plan(YARD, '2026-06-01')]])).toEqual(['TOUCHED 001 001001']);
    expect(shown([[plan(YARD, '2026-05-01'), plan(YARD, '2026-05-01')]])).toEqual([]);
    expect(shown([[plan(YARD, '2026-05-01'), plan(BESIDE, '2026-05-01')]])).toEqual(['TOUCHED 002 002001']);
    expect(shown([[plan(YARD, '2026-05-01'), undefined]])).toEqual([]);
  });

  it('is nothing for what no phone keeps, the pointers themselves among it', () => {
    for (const entity of ['change-pointer', 'visit', 'care', 'member', 'log-line', 'evidence'])
      expect(shown([[undefined, { __edb_e__: entity, id: 'x' }]])).toEqual([]);
    expect(shown([[undefined, undefined]])).toEqual([]);
  });

  it('is kept for ever of what is there, and no longer than it is asked for of what is gone or closed', () => {
    const caseIn = (state: 'REPORTED' | 'CLOSED'): Image => ({ __edb_e__: 'case', pk: 'CASE#c', row: caseRow({ area: YARD, state }) }); // prettier-ignore
    const last = (before: Image | undefined, after: Image) =>
      pointersOf([{ before, after }]).map(({ isLast }) => isLast);
    expect(last(undefined, household(YARD))).toEqual([false]);
    expect(last(household(YARD), household(OTHER))).toEqual([true, false]);
    expect(last(undefined, caseIn('REPORTED'))).toEqual([false]);
    expect(last(caseIn('REPORTED'), caseIn('CLOSED'))).toEqual([true]);
  });
});

describe('where a case stands', () => {
  it('is where it happened, for those who answer for that', () => {
    expect(standsOfCase({ area: YARD, holder: { code: GRID } })).toEqual([{ grid: GRID, guard: YARD }]);
  });

  it('is today’s grid too, for the one who holds it there and nobody else', () => {
    const stands = standsOfCase({ area: YARD, grid: NEXT, holder: { code: NEXT } });
    expect(stands).toEqual([
      { grid: NEXT, guard: YARD },
      { grid: NEXT, guard: `@${NEXT}` },
      { grid: GRID, guard: YARD },
    ]);
    expect(opens([NEXT], `@${NEXT}`)).toBe(true);
    expect(opens([NEXT], YARD)).toBe(false);
    expect(opens([BESIDE], `@${NEXT}`)).toBe(false);
    expect(opens(['510108001001'], YARD)).toBe(true);
  });
});
