import fc from 'fast-check';
import {
  assertContent,
  courtyardLinks,
  type Ground,
  kindsOf,
  leftBehind,
  numbered,
  type WantedContent,
} from '../../../src/modules/adjustments/adjustment.rules';
import { areasAfter } from '../../../src/modules/adjustments/area-change.rules';
import { type NamedArea } from '../../../src/modules/areas/area.rules';
import { type Boundary } from '../../../src/modules/areas/boundary.rules';
import { isValidOn } from '../../../src/shared/business-date';
import { Refusal } from '../../../src/shared/errors';

const COMMUNITY = '510108008003';
const DAY = '2026-06-01';
const BOUNDARY: Boundary = { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }; // prettier-ignore
const three = (number: number) => String(number).padStart(3, '0');

/** A community of so many grids, each with so many courtyards, the last of which is past. */
function groundOf(courtyardsOf: readonly number[]): Ground {
  const names = ['某区', '某街道', '某社区'];
  const areas: NamedArea[] = [{ code: COMMUNITY, names, facts: {} }];
  courtyardsOf.forEach((count, index) => {
    const grid = COMMUNITY + three(index + 1);
    areas.push({ code: grid, names: [...names, `第 ${index + 1} 网格`], facts: {} });
    for (let number = 1; number <= count + 1; number += 1)
      areas.push({
        code: grid + three(number),
        names: [...names, `第 ${index + 1} 网格`, `${number} 号院`],
        facts: number > count ? { validTo: '2026-01-01' } : {},
      });
  });
  return { community: COMMUNITY, day: DAY, areas: new Map(areas.map((area) => [area.code, area])) };
}

const grounds = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 4 })
  .map((counts) => ({ ground: groundOf(counts), counts }));

/** Plans as people make them: grids end, new ones come, courtyards go anywhere; some can be carried out. */
const plans = grounds.chain(({ ground, counts }) => {
  const old = counts.map((_count, index) => COMMUNITY + three(index + 1));
  const made = [COMMUNITY + '901', COMMUNITY + '902'];
  const courtyards = [...ground.areas.keys()].filter((code) => code.length === 18);
  return fc.record({
    ground: fc.constant(ground),
    wanted: fc.record({
      grids: fc
        .subarray([...made, ...old])
        .map((codes) =>
          codes.map((code) => ({ code, name: `新 ${code}`, kind: 'GENERAL' as const, boundary: BOUNDARY })),
        ),
      ends: fc.subarray(old),
      courtyards: fc.array(
        fc.record({
          courtyard: fc.constantFrom(...courtyards),
          toGrid: fc.constantFrom(...old, ...made),
        }),
        { maxLength: 6 },
      ),
      workers: fc.constant([]),
    }),
  });
});

function refusal(ground: Ground, wanted: WantedContent): string | undefined {
  try {
    assertContent(ground, wanted);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** The same for a plan that says more or less. */
function refusalOf(wanted: Partial<WantedContent>): string | undefined {
  const nothing = { grids: [], ends: [], courtyards: [], workers: [] };
  return refusal(groundOf([2, 1]), { ...nothing, ...wanted });
}

const [FIRST, SECOND] = [COMMUNITY + '001', COMMUNITY + '002'];
const NEW = { code: COMMUNITY + '901', name: '新网格', kind: 'GENERAL', boundary: BOUNDARY } as const;

describe('the content of a plan', () => {
  it.each<[string, Partial<WantedContent>, string | undefined]>([
    ['nothing', {}, 'ADJUSTMENT_EMPTY'],
    ['a grid of another community', { grids: [{ ...NEW, code: '510108008004001' }] }, 'GRID_CODE_UNFIT'],
    ['a new grid without a boundary', { grids: [{ ...NEW, boundary: undefined }] }, 'BOUNDARY_REQUIRED'],
    ['a grid twice', { grids: [NEW, NEW] }, 'NAMED_TWICE'],
    ['a grid that is new and ends', { grids: [{ ...NEW, code: SECOND }], ends: [SECOND] }, 'NAMED_TWICE'],
    ['an end of no grid', { ends: [COMMUNITY + '777'] }, 'AREA_UNKNOWN'],
    ['a grid that ends with a courtyard in it', { ends: [SECOND] }, 'COURTYARD_LEFT_BEHIND'],
    [
      'a courtyard that goes to a grid that ends',
      { ends: [SECOND], courtyards: [{ courtyard: FIRST + '001', toGrid: SECOND }] },
      'MOVES_TO_ENDED_GRID',
    ],
    [
      'a courtyard that stays',
      { courtyards: [{ courtyard: FIRST + '001', toGrid: FIRST }] },
      'COURTYARD_STAYS',
    ],
    ['a past courtyard', { courtyards: [{ courtyard: FIRST + '003', toGrid: SECOND }] }, 'AREA_UNKNOWN'],
    [
      'a courtyard that moves twice',
      {
        grids: [NEW],
        courtyards: [SECOND, NEW.code].map((toGrid) => ({ courtyard: FIRST + '001', toGrid })),
      },
      'NAMED_TWICE',
    ],
    ['a courtyard that moves', { courtyards: [{ courtyard: FIRST + '001', toGrid: SECOND }] }, undefined],
  ])('with %s is judged', (_what, wanted, code) => {
    expect(refusalOf(wanted)).toBe(code);
  });

  it('gives a courtyard its own last digits where they are free, else the lowest number that was never used', () => {
    const ground = groundOf([3, 1]);
    const moves = ['002', '003'].map((end) => ({ courtyard: FIRST + end, toGrid: SECOND }));
    // 001 stands there and 002 is past.
    expect(numbered(ground, moves).map(({ code }) => code)).toEqual([SECOND + '004', SECOND + '003']);
  });

  it('names what it is', () => {
    const ground = groundOf([2, 1]);
    const kinds = (wanted: Partial<WantedContent>) => {
      const content = { grids: [], ends: [], courtyards: [], workers: [], ...wanted };
      const courtyards = numbered(ground, content.courtyards);
      return kindsOf(ground, { ...content, courtyards, links: courtyardLinks(courtyards) });
    };
    const all = (toGrid: string) => ['001', '002'].map((end) => ({ courtyard: FIRST + end, toGrid }));
    const [one = { courtyard: '', toGrid: '' }] = all(NEW.code);
    expect(kinds({ grids: [NEW], courtyards: [one] })).toEqual(['SPLIT']);
    expect(kinds({ ends: [FIRST], courtyards: all(SECOND) })).toEqual(['MERGE']);
    expect(kinds({ grids: [NEW], ends: [FIRST], courtyards: all(NEW.code) })).toEqual(['RENUMBER']);
    expect(kinds({ courtyards: [{ ...one, toGrid: SECOND }] })).toEqual(['REDRAW']);
    expect(kinds({ workers: [{ grid: FIRST, person: 'p' }] })).toEqual(['REASSIGN']);
  });

  it('leaves, wherever it is not refused, every courtyard in a grid that stands, under a code of its own', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(plans, ({ ground, wanted }) => {
        if (refusal(ground, wanted) !== undefined) return;
        carriedOut += 1;
        const courtyards = numbered(ground, wanted.courtyards);
        const content = { ...wanted, courtyards, links: courtyardLinks(courtyards) };
        const changed = areasAfter(ground, content, new Map());
        const after: Ground = {
          ...ground,
          areas: new Map([...ground.areas, ...changed.map((area) => [area.code, area] as const)]),
        };
        const standing = [...after.areas.values()].filter(({ facts }) => isValidOn(facts, DAY));
        const grids = new Set(standing.filter(({ code }) => code.length === 15).map(({ code }) => code));
        const homes = standing.filter(({ code }) => code.length === 18);
        const before = [...ground.areas.values()].filter(
          ({ code, facts }) => code.length === 18 && isValidOn(facts, DAY),
        );
        expect(homes).toHaveLength(before.length);
        for (const { code, names } of homes) {
          expect(grids).toContain(code.slice(0, 15));
          expect(names.at(-2)).toBe(after.areas.get(code.slice(0, 15))?.names.at(-1));
        }
        for (const { code } of courtyards) expect(ground.areas.has(code)).toBe(false);
        expect(leftBehind(ground, content)).toEqual([]);
        // Carried out once more, nothing changes any more.
        const again = areasAfter(after, content, new Map());
        for (const area of again)
          expect(after.areas.get(area.code)).toMatchObject({
            code: area.code,
            names: area.names,
            facts: area.facts,
          });
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(carriedOut).toBeGreaterThan(50);
  });
});
