import fc from 'fast-check';
import { unseenBy } from '../../../src/shared/change';

describe('what the sender of a request has not seen of a record', () => {
  const changes = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const unseen = (expectedVersion: number | null, after: string[] = []) =>
    unseenBy({ expectedVersion, after }, 5, changes)?.map(({ id }) => id);

  it('is what was done after the version they saw', () => {
    expect([unseen(5), unseen(4), unseen(1)]).toEqual([[], ['d'], ['a', 'b', 'c', 'd']]);
  });

  it('is not what they did themselves meanwhile', () => {
    expect(unseen(2, ['b', 'd'])).toEqual(['c']);
  });

  it('is nothing for who names no version', () => {
    expect(unseen(null)).toEqual([]);
  });

  it('cannot be told of a version long ago, nor of one that is still to come', () => {
    expect([unseen(0), unseen(6)]).toEqual([undefined, undefined]);
  });

  it('waits for what it was made on top of', () => {
    expect(() => unseen(4, ['e'])).toThrow('TRY_AGAIN');
    expect(unseen(0, ['e'])).toBeUndefined();
  });

  it('is all that others did since, whatever the order in which changes of both came in', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), fc.nat(20), (isOwn, seen) => {
        const made = isOwn.map((own, index) => ({ id: `${own ? 'own' : 'other'}-${index}` }));
        const since = made.slice(Math.min(seen, made.length));
        const after = since.filter(({ id }) => id.startsWith('own')).map(({ id }) => id);
        const basis = { expectedVersion: Math.min(seen, made.length) + 1, after };
        expect(unseenBy(basis, made.length + 1, made)).toEqual(
          since.filter(({ id }) => id.startsWith('other')),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
