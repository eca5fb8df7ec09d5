import fc from 'fast-check';
import { CATEGORIES, CATEGORY_GROUPS } from '../../../src/modules/cases/category.rules';
import { flawsOf, type KnownNames } from '../../../src/modules/routing/routing-check.rules';
import { mayMove } from '../../../src/modules/rulesets/ruleset.machine';
import {
  ROUTE_LEVELS,
  ROUTE_TIMES,
  type RoutingRule,
  ruleFor,
  scopeKey,
  timeOf,
  triedFor,
} from '../../../src/modules/routing/routing.rules';
import { USUAL_HOURS } from '../../../src/shared/working-time';

const DISTRICT = '510108';
const AREAS = ['510108001', '510108002', '510108001001', '510108001001001'];
const PLACES = [
  '510108001001001',
  '510108001001001002',
  '510108001002001',
  '510108002001001',
  '510108009001001',
];
const LEAD = `${DISTRICT}-EEB`;
const named = (code: string) => ({ code, name: code });
const known: KnownNames = {
  district: DISTRICT,
  areas: new Set(AREAS),
  departments: new Map([
    [LEAD, { area: DISTRICT }],
    ['510108001-PSO', { area: '510108001' }],
  ]),
};
const rule = (more: Partial<RoutingRule> = {}): RoutingRule => ({
  ...{ number: 1, level: 'GRID', lead: named(LEAD), coHandlers: [], ...more },
});

const codes = [...CATEGORIES.slice(0, 6), ...CATEGORIES.slice(-6)].map(({ code }) => code);
const groups = CATEGORY_GROUPS.map(({ code }) => code);
const anyRule = fc.record({
  category: fc.option(fc.constantFrom(...codes, ...groups), { nil: undefined }),
  area: fc.option(fc.constantFrom(...AREAS).map(named), { nil: undefined }),
  time: fc.option(fc.constantFrom(...ROUTE_TIMES), { nil: undefined }),
  level: fc.constantFrom(...ROUTE_LEVELS),
});
/** Sets that are accepted: one rule for everything, and others whose scopes all differ. */
const soundRules = fc
  .uniqueArray(anyRule, { selector: scopeKey, maxLength: 40 })
  .map((some) => [rule(), ...some.filter((each) => scopeKey(each) !== scopeKey({}))])
  .map((all) => all.map((each, index) => rule({ ...each, number: index + 1 })));
const anyFacts = fc.record({
  category: fc.constantFrom(...CATEGORIES.map(({ code }) => code)),
  area: fc.constantFrom(...PLACES),
  time: fc.constantFrom(...ROUTE_TIMES),
});

describe('a set of routing rules that is accepted', () => {
  it('answers every category, place and time with exactly one rule', () => {
    fc.assert(
      fc.property(soundRules, (rules) => {
        expect(flawsOf(rules, known)).toEqual([]);
        for (const { code: category } of CATEGORIES)
          for (const area of PLACES)
            for (const time of ROUTE_TIMES) expect(ruleFor(rules, { category, area, time })).toBeDefined();
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same answer in whatever order its rules are written', () => {
    fc.assert(
      fc.property(
        soundRules.chain((rules) =>
          fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
        ),
        anyFacts,
        ([rules, shuffled], facts) => {
          const renumbered = shuffled.map((each, index) => ({ ...each, number: index + 1 }));
          const decided = ruleFor(rules, facts);
          expect(scopeKey(ruleFor(renumbered, facts) ?? {})).toBe(scopeKey(decided ?? {}));
        },
      ),
    );
  });

  it('tries each rule once, one of which decides, and all before that one do not match', () => {
    fc.assert(
      fc.property(soundRules, anyFacts, (rules, facts) => {
        const tried = triedFor(rules, facts);
        expect(tried).toHaveLength(rules.length);
        const index = tried.findIndex(({ outcome }) => outcome === 'DECIDES');
        expect(tried[index]?.rule).toBe(ruleFor(rules, facts));
        expect(tried.slice(0, index).every(({ outcome }) => outcome.startsWith('OTHER_'))).toBe(true);
        expect(tried.slice(index + 1).some(({ outcome }) => outcome === 'DECIDES')).toBe(false);
      }),
    );
  });
});

describe('which rule decides', () => {
  const facts = { category: 'WORK_SAFETY_GAS', area: '510108001001001', time: 'OUTSIDE' } as const;

  it.each([
    ['its category before its group', { category: 'WORK_SAFETY_GAS' }, { category: 'WORK_SAFETY' }],
    ['its group before an area', { category: 'WORK_SAFETY' }, { area: named('510108001001001') }],
    ['the smaller area', { area: named('510108001001') }, { area: named('510108001') }],
    ['an area before a time', { area: named('510108001') }, { time: 'OUTSIDE' as const }],
    ['a time before any time', { time: 'OUTSIDE' as const }, {}],
  ])('%s', (_what, first, second) => {
    const rules = [rule({ ...second, number: 1 }), rule({ ...first, number: 2 })];
    expect(ruleFor(rules, facts)?.number).toBe(2);
  });

  it('goes by office hours: lunch, night and holidays are outside', () => {
    const times = ['2026-05-12T10:00', '2026-05-12T12:30', '2026-05-12T23:00', '2026-10-01T10:00'];
    expect(times.map((time) => timeOf(USUAL_HOURS, new Date(`${time}:00+08:00`)))).toEqual([
      ...(['WORKING_TIME', 'OUTSIDE', 'OUTSIDE', 'OUTSIDE'] as const),
    ]);
  });
});

describe('a set of routing rules is refused', () => {
  const codesOf = (rules: readonly RoutingRule[]) => flawsOf(rules, known).map(({ code }) => code);

  it('when any category is without a rule at some time anywhere', () => {
    const [first, ...rest] = CATEGORIES.map(({ code }) => code);
    expect(codesOf(rest.map((category, index) => rule({ category, number: index + 1 })))).toEqual([
      ...(['ROUTING_GAP', 'ROUTING_GAP'] as const),
    ]);
    expect(flawsOf([rule({ time: 'WORKING_TIME' })], known)).toHaveLength(CATEGORIES.length);
    expect(first).toBeDefined();
  });

  it('when only some areas are covered, even all of today’s', () => {
    expect(new Set(codesOf(AREAS.map((area) => rule({ area: named(area) }))))).toEqual(
      new Set(['ROUTING_GAP']),
    );
  });

  it.each([
    ['two rules are for the same cases', [rule(), rule()], 'ROUTING_RULE_TWICE'],
    ['a category is not there', [rule(), rule({ category: 'NONE' })], 'CATEGORY_UNKNOWN'],
    ['an area is not there', [rule(), rule({ area: named('510108777') })], 'ROUTING_AREA_UNKNOWN'],
    ['an area is of another district', [rule(), rule({ area: named('510104001') })], 'ROUTING_AREA_UNKNOWN'],
    ['a department is not there', [rule({ lead: named('510108-NONE') })], 'DEPARTMENT_UNKNOWN'],
    ['a department serves less', [rule({ lead: named('510108001-PSO') })], 'ROUTING_DEPARTMENT_OUT_OF_AREA'],
    ['a helper is the lead too', [rule({ coHandlers: [named(LEAD)] })], 'NAMED_TWICE'],
    ['there are too many rules', Array.from({ length: 151 }, () => rule()), 'ROUTING_TOO_LARGE'],
    ['a note is too long', [rule({ note: '长'.repeat(101) })], 'TEXT_TOO_LONG'],
  ])('when %s', (_why, rules, code) => {
    expect(codesOf(rules)).toContain(code);
  });
});

it('nobody decides what they proposed, and nobody else withdraws it', () => {
  expect(['APPROVE', 'REJECT', 'WITHDRAW'].map((move) => mayMove(move as 'APPROVE', 'a', 'a'))).toEqual([
    ...[false, false, true],
  ]);
  expect(['APPROVE', 'REJECT', 'WITHDRAW'].map((move) => mayMove(move as 'APPROVE', 'b', 'a'))).toEqual([
    ...[true, true, false],
  ]);
});
