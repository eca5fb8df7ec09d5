import { reachAfter } from '../../../src/modules/adjustments/reach.rules';
import { areasAfter } from '../../../src/modules/areas/area-reach.rules';
import { type AdjustmentContent, type Ground } from '../../../src/modules/adjustments/adjustment.rules';

const COMMUNITY = '510108008003';
const DAY = '2026-06-01';
const [A, B, N, M] = ['001', '002', '901', '902'].map((number) => COMMUNITY + number) as [
  ...[string, string, string, string],
];
const moved = (courtyard: string, toGrid: string, number = courtyard.slice(-3)) => ({
  ...{ courtyard, toGrid },
  code: toGrid + number,
});

/** Two grids, and two that begin with the plan. */
const ground: Ground = {
  ...{ community: COMMUNITY, day: DAY },
  areas: new Map(
    [A, B, N, M].map((code) => [
      code,
      { code, names: [], facts: { validFrom: code === N || code === M ? DAY : '2025-01-01' } },
    ]),
  ),
};
const content = (more: Partial<AdjustmentContent>): AdjustmentContent => ({
  ...{ grids: [], ends: [], courtyards: [], workers: [], links: [] },
  ...more,
});
const after = (more: Partial<AdjustmentContent>, area: string) => reachAfter(ground, content(more), area);

describe('for which areas that is after an adjustment which was for an area before', () => {
  it('is for all that a grid was split into, and for a courtyard under its new code', () => {
    const split = {
      ends: [A],
      courtyards: [moved(`${A}001`, N), moved(`${A}002`, M)],
      links: [[A, N], [A, M]] as const, // prettier-ignore
    };
    expect(after(split, A)).toEqual([N, M]);
    expect(after(split, `${A}002`)).toEqual([`${M}002`]);
  });

  it('is for a grid that stays and what was cut from it alone', () => {
    const cut = { courtyards: [moved(`${A}001`, N)], links: [[A, N]] as const };
    expect(after(cut, A)).toEqual([A, N]);
  });

  it('is only for the courtyards that came, where a grid is another’s too', () => {
    const merge = { ends: [A], courtyards: [moved(`${A}001`, B, '007')], links: [[A, B]] as const };
    expect(after(merge, A)).toEqual([`${B}007`]);
    expect(after(merge, B)).toEqual([B]);
    const both = {
      ends: [A, B],
      courtyards: [moved(`${A}001`, N), moved(`${B}001`, N, '002')],
      links: [[A, N], [B, N]] as const, // prettier-ignore
    };
    expect(after(both, B)).toEqual([`${N}002`]);
  });

  it('is for whatever has its land, where a grid ends that has no courtyard', () => {
    expect(after({ ends: [A], links: [[A, B]] }, A)).toEqual([B]);
  });

  it('is for the area itself, where nothing of it has changed', () => {
    const redrawn = { courtyards: [moved(`${A}001`, B)], links: [[A, B]] as const };
    expect(after(redrawn, A)).toEqual([A, `${B}001`]);
    for (const area of [B, `${A}002`, `${B}001`, COMMUNITY]) expect(after(redrawn, area)).toEqual([area]);
  });
});

describe('the areas of a notice after an adjustment', () => {
  it('are each named once and none in another', () => {
    const reach = (area: string) => (area === A ? [`${B}001`] : [area]);
    expect(areasAfter([A, B], reach, 20)).toEqual([B]);
    expect(areasAfter([A, `${B}001`], reach, 20)).toEqual([`${B}001`]);
  });

  it('are grids where there would be too many courtyards', () => {
    const courtyards = Array.from(
      { length: 21 },
      (_each, index) => `${B}${String(index + 1).padStart(3, '0')}`,
    );
    expect(areasAfter([A], () => courtyards.slice(0, 20), 20)).toHaveLength(20);
    expect(areasAfter([A], () => courtyards, 20)).toEqual([B]);
  });
});
