import fc from 'fast-check';
import { packed } from '../../../src/modules/residents/registry-pack.rules';

const MOST = 7;
const parcels = fc.array(fc.array(fc.nat(20), { maxLength: 10 }), { maxLength: 30 }).map((all) =>
  all.map((keys) => ({
    puts: [...new Set(keys)].map((key) => ({ Item: { pk: `P#${String(key % 3)}`, sk: `S#${String(key)}` } })),
  })),
);
const keysOf = (pack: readonly { puts: readonly { Item: { pk: string; sk: string } }[] }[]) =>
  pack.flatMap(({ puts }) => puts.map(({ Item: { pk, sk } }) => `${pk} ${sk}`));

describe('parcels in packs', () => {
  it('are all there once, whole and in their order; only those with nothing to write are left out', () => {
    fc.assert(
      fc.property(parcels, (all) => {
        expect(packed(all, MOST).flat()).toEqual(all.filter(({ puts }) => puts.length > 0));
      }),
    );
  });

  it('are no more than fit, and write nothing twice; one that is too large is a pack by itself', () => {
    fc.assert(
      fc.property(parcels, (all) => {
        for (const pack of packed(all, MOST)) {
          const keys = keysOf(pack);
          expect(pack.length === 1 || keys.length <= MOST).toBe(true);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });

  it('are as few packs as their order allows: none could have begun in the one before', () => {
    fc.assert(
      fc.property(parcels, (all) => {
        const packs = packed(all, MOST);
        packs.slice(1).forEach(([first], at) => {
          const both = [...keysOf(packs[at] ?? []), ...keysOf(first === undefined ? [] : [first])];
          expect(both.length > MOST || new Set(both).size < both.length).toBe(true);
        });
      }),
    );
  });
});
