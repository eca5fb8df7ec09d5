import fc from 'fast-check';
import { type RegisterEntry, type TakenPut } from '../../../src/modules/places/register.type';
import {
  isEdit,
  isFresh,
  isTaken,
  type PutRequest,
  putRequest,
  withTaken,
} from '../../../src/modules/places/taken-put.rules';

const entryWith = (requests: readonly TakenPut[]): RegisterEntry => ({
  ...{ version: requests.length, changedAt: '2026-05-12T02:30:00.000Z', changedBy: '杨兰' },
  ...{ mark: requests.at(-1)?.mark ?? '', requests },
});

/** What is written; its fields are nobody's business here. */
const said = (content: number): { expectedVersion?: number } => ({ content }) as object;

/** Whether an entry takes a request in that it does not know: not while what it stands on is under way. */
function isTakenNow(entry: RegisterEntry, request: PutRequest): boolean {
  if (!isEdit(request)) return entry.version === 0;
  try {
    return isFresh(entry, request);
  } catch {
    return false;
  }
}

/** Requests of two persons, one on top of another, each sent any number of times; what an entry says to each. */
const chains = fc.array(
  fc.record({
    person: fc.constantFrom('yang', 'lin'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    content: fc.nat(2),
    after: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }),
  }),
  { maxLength: 30 },
);

describe('the requests an entry has taken in', () => {
  it('are each taken in once, however often and in whatever order they come', () => {
    fc.assert(
      fc.property(chains, (sent) => {
        const taken = new Set<string>();
        let requests: readonly TakenPut[] = [];
        for (const { person, id } of sent) {
          // Whoever sends something again sends the same.
          const { content, after } = sent.find((other) => other.person === person && other.id === id)!;
          const request = putRequest(person, said(content), {
            id,
            after: after === undefined ? [] : [after],
          });
          const entry = entryWith(requests);
          const known = isTaken(entry, request);
          if (taken.has(`${person} ${id}`)) expect(known).toBe(true);
          if (known || !isTakenNow(entry, request)) continue;
          requests = [...requests, { version: entry.version + 1, mark: request.mark, key: request.key }];
          taken.add(`${person} ${id}`);
        }
      }),
    );
  });

  it('are based on what own earlier ones made, never on what somebody else’s did', () => {
    const first = { ...putRequest('yang', {}, { id: 'a' }), version: 1 };
    const second = { ...putRequest('yang', {}, { id: 'b' }), version: 2 };
    const fresh = (person: string, after: string[], expectedVersion?: number) =>
      isFresh(entryWith([first, second]), putRequest(person, { expectedVersion }, { id: 'c', after }));
    expect([fresh('yang', ['a', 'b']), fresh('yang', ['b'], 1), fresh('yang', [], 2)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([fresh('yang', ['a']), fresh('yang', [], 1), fresh('lin', [], 1)]).toEqual([false, false, false]);
    expect(() => fresh('lin', ['a'])).toThrow('TRY_AGAIN');
  });

  it('are the last twenty', () => {
    const all = Array.from({ length: 25 }, (_none, index) => ({ mark: String(index), version: index + 1 }));
    const kept = all.reduce<readonly TakenPut[]>((requests, one) => withTaken(requests, one), []);
    expect(kept).toEqual(all.slice(-20));
  });
});
