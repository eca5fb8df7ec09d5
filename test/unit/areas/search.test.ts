import fc from 'fast-check';
import { divisions, grids } from '../../../local/seed/areas';
import { type NamedArea } from '../../../src/modules/areas/area.rules';
import { search } from '../../../src/modules/areas/area-search.rules';

const seeded = [...divisions(), ...grids()].map(({ code, names }): NamedArea => ({ code, names, facts: {} }));
const codesFor = (text: string) => search(seeded, text).map(({ area }) => area.code);

describe('the search for areas', () => {
  it('finds an area by any part of its name', () => {
    const part = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([which, from, length]) => {
      const area = seeded[which % seeded.length]!;
      const name = area.names.at(-1)!;
      const start = from % name.length;
      return { area, text: name.slice(start, start + 1 + (length % (name.length - start))) };
    });
    fc.assert(
      fc.property(part, ({ area, text }) => {
        fc.pre(text.trim() !== '');
        expect(codesFor(text)).toContain(area.code);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds an area by any beginning of its code, and nothing by what neither name nor code has', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, length) => {
        const { code } = seeded[which % seeded.length]!;
        expect(codesFor(code.slice(0, 1 + (length % code.length)))).toContain(code);
      }),
    );
    expect(codesFor('0108008')).toEqual([]);
    expect(codesFor('没有这个地方')).toEqual([]);
  });

  it('puts whole names first, then beginnings, then parts, each by code', () => {
    const named = (code: string, name: string): NamedArea => ({ code, names: ['某区', name], facts: {} });
    const areas = [
      named('510108004', '东板桥'),
      named('510108003', '板桥社区'),
      named('510108002', '板桥'),
      named('510108001', '西板桥'),
      named('510108005', '板桥'),
    ];
    expect(search(areas, '板桥').map(({ area }) => area.code.slice(-1))).toEqual(['2', '5', '3', '1', '4']);
  });

  it('does not mind spaces, full-width figures or capital letters', () => {
    const [courtyard] = search(seeded, '杉板桥路８８号');
    expect(courtyard?.area.names.at(-1)).toBe('杉板桥路 88 号院');
  });
});
