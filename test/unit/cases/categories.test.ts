import { CATEGORY_WORDS, GROUP_NAMES } from '../../../src/modules/cases/category-words.lazy';
import { type CategoryGroup, hours, leaf, workingDays } from '../../../src/modules/cases/category-leaf.rules';
import {
  CATEGORIES,
  CATEGORY_GROUPS,
  categoryOf,
  filedUnder,
  flawsOfTree,
  urgencyOf,
  wordsKey,
} from '../../../src/modules/cases/category.rules';
import { textsOf } from '../../../src/modules/cases/category.service';
import { FACILITY_CATEGORIES } from '../../../src/modules/places/facility.rules';
import { LIMIT_UNITS } from '../../../src/shared/limit';

/** Every code that a case may have been filed under before there was a tree. */
const OLD_CODES = [
  ...['SECURITY_DANGEROUS_GOODS', 'SECURITY_OTHER', 'FIRE_HAZARD', 'POLLUTION_WATER', 'POLLUTION_AIR'],
  ...['SANITATION_RUBBISH', 'SANITATION_ILLEGAL_BUILDING', 'ORDER_STREET_TRADE', 'EMERGENCY_PIPE_BURST'],
  ...['DISPUTE', 'REQUEST', 'OTHER'],
];

const every = CATEGORY_GROUPS.flatMap(({ leaves }) => leaves);

describe('the tree of categories', () => {
  it('is without a flaw, in about sixty leaves', () => {
    expect(flawsOfTree(CATEGORY_GROUPS)).toEqual([]);
    expect(CATEGORIES.length).toBeGreaterThanOrEqual(60);
    expect(CATEGORIES.length).toBeLessThanOrEqual(80);
  });

  it('has every leaf in a group, with a limit in a unit that is known', () => {
    const groups = CATEGORY_GROUPS.map(({ code }) => code);
    for (const { code, group, handle } of CATEGORIES) {
      expect([code, groups.includes(group), LIMIT_UNITS.includes(handle.unit)]).toEqual([code, true, true]);
      expect(handle.count).toBeGreaterThan(0);
    }
  });

  it.each(OLD_CODES)('still has %s', (code) => {
    expect(categoryOf(code)).toMatchObject({ code, version: 1 });
  });

  it('has a group for the facilities of each category on file', () => {
    const groups = CATEGORY_GROUPS.map(({ code }) => code);
    expect(groups).toEqual(expect.arrayContaining(FACILITY_CATEGORIES.map((each) => `FACILITY_${each}`)));
  });

  it('keeps the limits that cities have published', () => {
    const limits = Object.fromEntries(CATEGORIES.map(({ code, handle }) => [code, handle]));
    expect(limits).toMatchObject({
      SANITATION_RUBBISH: { count: 4, unit: 'WORKING_HOURS' },
      SANITATION_SPOIL_HEAP: { count: 2, unit: 'WORKING_DAYS' },
      SANITATION_DIRTY_ROAD: { count: 2, unit: 'WORKING_HOURS' },
      SANITATION_DIRTY_WATER: { count: 15, unit: 'WORKING_DAYS' },
      SANITATION_ILLEGAL_BUILDING: { count: 15, unit: 'WORKING_DAYS' },
      EMERGENCY_FLOODED_ROAD: { count: 4, unit: 'WORKING_HOURS' },
      FACILITY_GREEN_SPACE: { count: 5, unit: 'WORKING_DAYS' },
    });
  });

  it('counts by the clock what is an emergency by itself', () => {
    const emergencies = CATEGORIES.filter(({ urgency }) => urgency === 'EMERGENCY');
    expect(emergencies.length).toBeGreaterThan(0);
    for (const { handle } of emergencies) expect(handle.unit).toBe('CALENDAR_HOURS');
  });

  it('finds no category for a group, nor for a version that there is not', () => {
    expect(categoryOf('CITY_APPEARANCE')).toBeUndefined();
    expect(categoryOf('SANITATION_RUBBISH', 1)).toEqual(categoryOf('SANITATION_RUBBISH'));
    expect(categoryOf('SANITATION_RUBBISH', 99)).toBeUndefined();
  });

  it('says something of every case, whatever it was filed under', () => {
    expect(filedUnder('SANITATION_RUBBISH', 99)).toEqual(categoryOf('SANITATION_RUBBISH'));
    expect(filedUnder('LONG_GONE')).toEqual(categoryOf('OTHER'));
  });

  it('lets the urgency be as the reporter says, else as is usual in the category', () => {
    expect(urgencyOf('EMERGENCY_PIPE_BURST', 'NORMAL')).toBe('NORMAL');
    expect(urgencyOf('EMERGENCY_PIPE_BURST', null)).toBe('EMERGENCY');
    expect(urgencyOf('SANITATION_RUBBISH', undefined)).toBe('NORMAL');
  });
});

describe('a tree that is flawed', () => {
  const tree = (...groups: (readonly [code: string, ...leaves: CategoryGroup['leaves']])[]) =>
    flawsOfTree(groups.map(([code, ...leaves]) => ({ code, leaves })));
  const day = workingDays(1);
  const a = leaf('A', 'EVENT', 'NORMAL', day);

  it.each([
    ['an empty group', tree(['G']), ['G is empty']],
    ['a group twice', tree(['G', a], ['G', leaf('B', 'EVENT', 'NORMAL', day)]), ['G is two groups']],
    ['a group that is a category', tree(['A', a]), ['A is a group and a category']],
    ['a code in lower case', tree(['G', leaf('b', 'EVENT', 'NORMAL', day)]), ['b is no code']],
    ['a code twice', tree(['G', a, a]), ['A has versions that do not count up']],
    ['a code in two groups', tree(['G', a], ['H', { ...a, version: 2 }]), ['A is in two groups']],
    ['a version left out', tree(['G', a, { ...a, version: 3 }]), ['A has versions that do not count up']],
    ['no time at all', tree(['G', leaf('A', 'EVENT', 'NORMAL', hours(0))]), ['A has no limit']],
    ['half an hour', tree(['G', leaf('A', 'EVENT', 'NORMAL', hours(0.5))]), ['A has no limit']],
  ])('is told for %s', (_what, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('is not one that has a second version of a category', () => {
    expect(tree(['G', a, leaf('A', 'HAZARD', 'URGENT', day, 2)])).toEqual([]);
  });
});

describe('the texts of the categories', () => {
  it('are there for every version and every group, and for nothing else', () => {
    expect(Object.keys(CATEGORY_WORDS).sort()).toEqual(every.map(wordsKey).sort());
    expect(Object.keys(GROUP_NAMES)).toEqual(CATEGORY_GROUPS.map(({ code }) => code));
  });

  it('are short, Chinese in Chinese and English in English', () => {
    const texts = Object.values(CATEGORY_WORDS).flatMap(({ name, unit, filing, closing }) => [
      ...[name, unit, filing, closing],
    ]);
    for (const words of [...texts, ...Object.values(GROUP_NAMES)]) {
      expect(words.zh).toMatch(/^[\p{Script=Han}（）、，·]{2,30}$/u);
      expect(words.en).toMatch(/^[A-Za-z][A-Za-z’',:() -]{2,79}$/);
    }
  });

  it('call no two categories the same', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = Object.values(CATEGORY_WORDS).map(({ name }) => name[language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('stand under the code, of a later version under code and version', () => {
    expect(wordsKey({ code: 'A', version: 1 })).toBe('A');
    expect(wordsKey({ code: 'A', version: 2 })).toBe('A@2');
  });

  it('are those of the newest version for one that there is not, and name an unknown code by itself', async () => {
    expect(await textsOf({ code: 'SANITATION_RUBBISH', version: 99 }, 'zh')).toEqual(
      await textsOf({ code: 'SANITATION_RUBBISH' }, 'zh'),
    );
    expect(await textsOf({ code: 'LONG_GONE' }, 'en')).toMatchObject({
      name: 'LONG_GONE',
      closing: 'Dealt with',
    });
  });
});
