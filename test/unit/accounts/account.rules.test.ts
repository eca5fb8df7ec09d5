import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  type AccountRecord,
  assertAge,
  assertMayTry,
  type Binding,
  type BINDING_RELATIONS,
  codeIn,
  dayOfAge,
  liveOf,
  readCode,
  withBinding,
  withoutBinding,
  withTry,
} from '../../../src/modules/accounts/account.rules';

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
const text = fc.string({ minLength: 1, maxLength: 40 });
const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a code', () => {
  it('has 8 characters, none of which looks like another, and is the same for the same hash', () => {
    fc.assert(
      fc.property(text, (seed) => {
        const code = codeIn(hash(seed));
        expect(code).toMatch(/^[2-9A-Y]{8}$/);
        expect(code).not.toMatch(/[01OILZSB]/);
        expect(codeIn(hash(seed))).toBe(code);
      }),
    );
  });

  it('is hardly ever that of another hash', () => {
    const codes = new Set(Array.from({ length: 20_000 }, (_none, index) => codeIn(hash(String(index)))));
    expect(codes.size).toBeGreaterThan(19_998);
  });

  it('uses every character at every place', () => {
    const seen = Array.from({ length: 8 }, () => new Set<string>());
    for (let index = 0; index < 2_000; index += 1)
      [...codeIn(hash(String(index)))].forEach((character, place) => seen[place]?.add(character));
    expect(seen.map(({ size }) => size)).toEqual(Array.from({ length: 8 }, () => 28));
  });

  it('is read as hands write it: small letters, gaps, full width and what looks like another', () => {
    const asWritten: ((code: string) => string)[] = [
      (code) => code.toLowerCase(),
      (code) => `${code.slice(0, 4)}-${code.slice(4)}`,
      (code) => ` ${[...code].join(' ')} `,
      (code) => code.replace(/[\dA-Z]/g, (each) => String.fromCodePoint(each.charCodeAt(0) + 0xfee0)),
      (code) => code.replaceAll('5', 'S').replaceAll('2', 'z').replaceAll('8', 'B'),
    ];
    fc.assert(
      fc.property(text, fc.constantFrom(...asWritten), (seed, write) => {
        const code = codeIn(hash(seed));
        expect(readCode(write(code))).toBe(code);
      }),
    );
  });

  it('is none in any other text', () => {
    const others = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 60 }));
    fc.assert(
      fc.property(others, (typed) => {
        expect(readCode(typed) ?? 'ACDEFGHJ').toMatch(/^[2-9ACDEFGHJKMNPQRTUVWXY]{8}$/);
      }),
    );
    expect(['', 'ACDEFGH', 'ACDEFGHJK', 'ACDEFGH0', 'ACDEFG😀'].map(readCode)).toEqual(
      Array.from({ length: 5 }),
    );
  });
});

describe('ages', () => {
  it('allow everybody exactly one of: no account of their own, or one; and a guardian exactly until 18', () => {
    const may = (relation: (typeof BINDING_RELATIONS)[number], born: string, today: string) => {
      try {
        assertAge(relation, born, today);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(day, day, (born, today) => {
        expect(may('SELF', born, today)).toBe(today >= dayOfAge(born, 14));
        expect(may('GUARDIAN', born, today)).toBe(today < dayOfAge(born, 18));
        expect(may('FAMILY', born, today)).toBe(!may('GUARDIAN', born, today));
      }),
    );
  });

  it('come on 1 March to whoever was born on 29 February, in years that have none', () => {
    expect([dayOfAge('2008-02-29', 18), dayOfAge('2008-02-29', 16), dayOfAge('2008-03-05', 18)]).toEqual([
      ...['2026-03-01', '2024-02-29', '2026-03-05'],
    ]);
  });
});

describe('wrong tries', () => {
  it('are allowed five times in any hour and twenty in any day, whenever they are made', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 5_400_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(gaps, (waits) => {
        let account: AccountRecord = { id: 'a', version: 0, bindings: [], tries: [] };
        let now = Date.UTC(2026, 4, 12);
        const made: number[] = [];
        for (const [index, wait] of waits.entries()) {
          now += wait;
          const within = (ms: number) => made.filter((at) => at > now - ms).length;
          const isAllowed = within(3_600_000) < 5 && within(86_400_000) < 20;
          const ask = () => {
            assertMayTry(account, new Date(now));
          };
          if (!isAllowed) {
            expect(ask).toThrow('TOO_MANY_WRONG_CODES');
            continue;
          }
          ask();
          account = withTry(account, { id: String(index), mark: '', at: now });
          made.push(now);
        }
        expect(account.tries.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('the bindings of an account', () => {
  const one = (id: string, relation: Binding['relation'], resident: string): Binding => ({
    ...{ id, mark: '', resident, ids: [resident], relation, name: '某某', area: '1' },
    ...{ since: '2026-05-12T00:00:00Z', by: { name: '王芳', role: 'GRID_WORKER' } },
  });
  const end = { id: 'e', mark: '', at: '2026-05-12T00:00:00Z', why: 'OWN_WISH' } as const;

  it('hold each resident once in a relation, and keep a dozen of those that ended', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('GUARDIAN', 'FAMILY'), fc.nat(5), fc.boolean()), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (all) => {
        let account: AccountRecord = { id: 'a', version: 0, bindings: [], tries: [] };
        for (const [index, [relation, whom, isEnded]] of all.entries()) {
          const id = String(index);
          account = withBinding(account, one(id, relation, `r${whom}`));
          if (isEnded) account = withoutBinding(account, id, end);
        }
        const live = liveOf(account, '2026-05-12').map(({ relation, resident }) => relation + resident);
        expect(new Set(live).size).toBe(live.length);
        expect(account.bindings.length - live.length).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('end all together with the account’s own', () => {
    let account: AccountRecord = { id: 'a', version: 0, bindings: [], tries: [] };
    account = withBinding(account, one('1', 'SELF', 'me'));
    account = withBinding(account, one('2', 'GUARDIAN', 'child'));
    expect(withoutBinding(account, '2', end).bindings.map((each) => each.end?.why)).toEqual([
      ...[undefined, 'OWN_WISH'],
    ]);
    expect(withoutBinding(account, '1', end).bindings.map((each) => each.end?.why)).toEqual([
      ...['OWN_WISH', 'WITH_OWN'],
    ]);
  });
});
