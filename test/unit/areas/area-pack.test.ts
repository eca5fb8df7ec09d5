import fc from 'fast-check';
import { packed, unpacked } from '../../../src/modules/areas/area-pack.rules';

const level = fc.integer({ min: 1, max: 3 }).map((number) => String(number).padStart(3, '0'));
const area = fc.record({
  levels: fc.array(level, { minLength: 1, maxLength: 4 }),
  /** Names may have changed since those of the areas inside were written. */
  salt: fc.integer({ min: 0, max: 1 }),
  facts: fc.record({ validTo: fc.constantFrom('2026-05-01', undefined) }),
});
const areas = fc.uniqueArray(area, { selector: ({ levels }) => levels.join(''), maxLength: 30 }).map((all) =>
  all.map(({ levels, salt, facts }) => ({
    code: `510108${levels.join('')}`,
    names: [
      '某区',
      ...levels.map((each, depth) => `${each}-${String(depth === levels.length - 1 ? 0 : salt)}`),
    ],
    facts: facts.validTo === undefined ? {} : facts,
  })),
);

describe('a pack of areas', () => {
  it('has all of them again, with all their names, whichever of the areas above are in it', () => {
    fc.assert(
      fc.property(areas, (all) => {
        expect(unpacked(JSON.parse(JSON.stringify(packed(all))) as never)).toEqual(all);
      }),
      { numRuns: 500 },
    );
  });

  it('says a name once', () => {
    const names = ['某区', '某街道', '某社区'];
    const pack = packed([
      { code: '510108001', names: names.slice(0, 2), facts: {} },
      { code: '510108001001', names, facts: { kind: undefined } },
    ]);
    expect(pack).toEqual([
      ['510108001', ['某区', '某街道']],
      ['510108001001', '某社区'],
    ]);
  });
});
