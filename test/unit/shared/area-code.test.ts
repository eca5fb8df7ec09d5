import fc from 'fast-check';
import {
  ancestorAt,
  AREA_LEVELS,
  isWithin,
  levelBelow,
  levelOf,
  parentOf,
  pathOf,
} from '../../../src/shared/area-code';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
const code = fc.constantFrom(6, 9, 12, 15, 18).chain(digits);

describe('area codes', () => {
  it.each([
    ['510108', 'DISTRICT'],
    ['510108008', 'STREET'],
    ['510108008003', 'COMMUNITY'],
    ['510108008003001', 'GRID'],
    ['510108008003001002', 'COURTYARD'],
  ])('takes the level of %s from its length', (value, level) => {
    expect(levelOf(value)).toBe(level);
  });

  it.each(['', '51', '5101080', '51010800a', '5101080080030010021', ' 510108', '５１０１０８'])(
    'does not take %j for an area code',
    (value) => {
      expect(levelOf(value)).toBeUndefined();
      expect(pathOf(value)).toEqual([]);
    },
  );

  it('knows parents, ancestors and the level below', () => {
    expect(parentOf('510108008003001')).toBe('510108008003');
    expect(parentOf('510108')).toBeUndefined();
    expect(ancestorAt('510108008003001', 'STREET')).toBe('510108008');
    expect(ancestorAt('510108008', 'GRID')).toBeUndefined();
    expect(AREA_LEVELS.map(levelBelow)).toEqual(['STREET', 'COMMUNITY', 'GRID', 'COURTYARD', undefined]);
  });

  it('finds an area within each of its ancestors and in nothing else of the path’s lengths', () => {
    fc.assert(
      fc.property(code, code, (inner, outer) => {
        for (const ancestor of pathOf(inner)) expect(isWithin(inner, ancestor)).toBe(true);
        expect(isWithin(inner, outer)).toBe(pathOf(inner).includes(outer));
      }),
    );
  });

  it('takes only whole levels for a prefix: 9 of 15 digits and never 10', () => {
    expect(isWithin('510108008003001', '510108008')).toBe(true);
    expect(isWithin('510108008003001', '5101080080')).toBe(false);
    expect(isWithin('510108008003001', '')).toBe(false);
  });
});
