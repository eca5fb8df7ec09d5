import fc from 'fast-check';
import { type HouseholdFile } from '../../../src/modules/residents/household.type';
import { fillable, idsOf, planMerge, planUnmerge } from '../../../src/modules/residents/merge.rules';
import { memberOf } from '../../../src/modules/residents/residence-plan.rules';
import { membersOn, ordered, type Residence, stateOf } from '../../../src/modules/residents/residence.rules';
import { type Resident } from '../../../src/modules/residents/resident.type';

const AT = {
  id: 'x',
  mark: 'm',
  at: '2026-05-12T00:00:00.000Z',
  by: { id: 'p', name: '李', role: 'COMMUNITY_STAFF' },
};
const MERGING = { ...AT, what: ['MERGED'] };
const UNDOING = { ...AT, what: ['UNMERGED'] };
const NONE = {
  ...{ sealed: undefined, identityIndex: undefined, phoneIndex: undefined },
  ...{ maskedIdentityNumber: undefined, maskedPhone: undefined },
};
const HOUSEHOLDS = ['h1', 'h2', 'h3'];

/** Stays of one person: never two at once in one household. */
const stays = fc
  .array(
    fc.record({
      household: fc.constantFrom(...HOUSEHOLDS),
      year: fc.integer({ min: 2000, max: 2024 }),
      years: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      relation: fc.constantFrom('SPOUSE' as const, 'OTHER' as const),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all
      .map(({ household, year, years, relation }): Residence => ({
        ...{ household, relation, courtyard: '510108008003001001', address: household },
        ...{ from: `${year}-01-01`, beginning: 'MOVED_IN' },
        ...(years === undefined ? {} : { until: `${year + years}-01-01`, ending: 'MOVED_OUT' as const }),
      }))
      .reduce<Residence[]>(
        (some, stay) =>
          some.some(
            (each) =>
              each.household === stay.household &&
              each.from < (stay.until ?? '9') &&
              stay.from < (each.until ?? '9'),
          )
            ? some
            : [...some, stay],
        [],
      ),
  );

function residentWith(id: string, residences: readonly Residence[], more: Partial<Resident> = {}): Resident {
  return {
    ...{ id, version: 1, name: '赵一', sex: 'UNKNOWN', kind: 'REGISTERED', changes: [], ...NONE },
    ...{ residences: ordered(residences), state: stateOf(residences), absorbed: [] },
    ...more,
  };
}

function householdsOf(...people: readonly Resident[]): HouseholdFile[] {
  return HOUSEHOLDS.map((id) => ({
    ...{ id, version: 1, grid: '510108008003001', courtyard: '510108008003001001', door: id, address: id },
    ...{ kind: 'FAMILY', memberCount: 0, floatingCount: 0, changes: [] },
    everyone: people.flatMap((person) =>
      person.residences
        .filter(({ household }) => household === id)
        .map((residence) => memberOf(person, residence)),
    ),
  }));
}

/** Who lives in each household on the first day of each year, by id. */
function census(households: readonly HouseholdFile[]): string[][] {
  return households.map(({ everyone }) =>
    Array.from({ length: 30 }, (_none, years) => `${2000 + years}-01-01`).map((day) =>
      membersOn(everyone, day)
        .map(({ resident }) => resident)
        .sort()
        .join(),
    ),
  );
}

function after(households: readonly HouseholdFile[], changed: readonly { household: HouseholdFile }[]) {
  return households.map(
    (each) => changed.find(({ household }) => household.id === each.id)?.household ?? each,
  );
}

describe('two records of one person', () => {
  it('become one that lived wherever it lived, and nobody is there twice', () => {
    fc.assert(
      fc.property(stays, stays, (own, others) => {
        const pair = { kept: residentWith('a', own), closed: residentWith('b', others) };
        const before = householdsOf(pair.kept, pair.closed);
        const merged = planMerge(pair, NONE, before, MERGING);
        const homes = after(before, merged.homes);
        const lived = (all: readonly HouseholdFile[], who: string) =>
          census(all).map((days) => days.map((day) => day.split(',').includes(who)));
        expect(lived(homes, 'b').flat()).not.toContain(true);
        lived(before, 'a').forEach((days, home) => {
          days.forEach((there, day) => {
            if (there) expect(lived(homes, 'a')[home]?.[day]).toBe(true);
          });
        });
        expect(merged.closed).toMatchObject({ state: 'MERGED', mergedInto: 'a' });
        expect(merged.kept.state).toBe(stateOf(merged.kept.residences));
        for (const home of homes) for (const day of census([home]).flat()) expect(day).not.toMatch(/a.*a/);
      }),
    );
  });

  it('are two again as they were when the merge is taken back', () => {
    fc.assert(
      fc.property(stays, stays, fc.boolean(), (own, others, hasDate) => {
        const pair = {
          kept: residentWith('a', own),
          closed: residentWith('b', others, hasDate ? { birthDate: '1990-01-01', sex: 'FEMALE' } : {}),
        };
        const before = householdsOf(pair.kept, pair.closed);
        const merged = planMerge(pair, NONE, before, MERGING);
        const undone = planUnmerge(
          merged,
          { kept: NONE, closed: NONE },
          after(before, merged.homes),
          UNDOING,
        );
        const plain = (resident: Resident) => ({ ...resident, version: 0, changes: [] });
        expect(plain(undone.kept)).toEqual(plain(pair.kept));
        expect(plain(undone.closed)).toEqual(plain(pair.closed));
        const homes = after(after(before, merged.homes), undone.homes);
        expect(census(homes)).toEqual(census(before));
      }),
    );
  });
});

describe('the record that goes on', () => {
  const stay: Residence = {
    ...{ household: 'h1', relation: 'OTHER', courtyard: '510108008003001001', address: 'h1' },
    ...{ from: '2020-01-01', beginning: 'RECORDED' },
  };

  it('becomes the head where the other one was, and is what it was before when that is taken back', () => {
    const head = { ...stay, relation: 'HEAD' as const, from: '2019-01-01' };
    const pair = { kept: residentWith('a', [stay]), closed: residentWith('b', [head]) };
    const before = householdsOf(pair.kept, pair.closed);
    const merged = planMerge(pair, NONE, before, MERGING);
    expect(merged.kept.residences).toMatchObject([{ relation: 'HEAD' }]);
    const undone = planUnmerge(merged, { kept: NONE, closed: NONE }, after(before, merged.homes), UNDOING);
    expect(undone.kept.residences).toMatchObject([{ relation: 'OTHER' }]);
    expect(undone.closed.residences).toMatchObject([{ relation: 'HEAD', from: '2019-01-01' }]);
  });

  it('leaves the head alone whom the household has got meanwhile', () => {
    const head = { ...stay, relation: 'HEAD' as const };
    const elsewhere = { ...stay, household: 'h2' };
    const pair = { kept: residentWith('a', [elsewhere]), closed: residentWith('b', [head]) };
    const merged = planMerge(pair, NONE, householdsOf(pair.kept, pair.closed), MERGING);
    const kept = { ...merged.kept, residences: [elsewhere, { ...head, relation: 'OTHER' as const }] };
    const other = residentWith('c', [head]);
    const undone = planUnmerge(
      { kept, closed: merged.closed },
      { kept: NONE, closed: NONE },
      householdsOf(kept, other, merged.closed),
      UNDOING,
    );
    expect(undone.closed.residences).toMatchObject([{ relation: 'OTHER' }]);
  });

  it('gives back a stay as it stands today: ended, or under another code of its courtyard', () => {
    const elsewhere = { ...stay, household: 'h2' };
    const pair = { kept: residentWith('a', [elsewhere]), closed: residentWith('b', [stay]) };
    const merged = planMerge(pair, NONE, householdsOf(pair.kept, pair.closed), MERGING);
    const undone = (today: Partial<Residence>, courtyard = stay.courtyard) => {
      const kept = { ...merged.kept, residences: [elsewhere, { ...stay, ...today }] };
      const homes = householdsOf(kept, merged.closed).map((home) => ({ ...home, courtyard }));
      return planUnmerge({ kept, closed: merged.closed }, { kept: NONE, closed: NONE }, homes, UNDOING)
        .closed;
    };
    expect(undone({ until: '2025-01-01', ending: 'MOVED_OUT' })).toMatchObject({ state: 'MOVED_OUT' });
    expect(undone({}, '510108008003002001').residences).toMatchObject([{ courtyard: '510108008003002001' }]);
  });

  it('is known by all ids that were merged into it, also by way of another', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => residentWith(id, [{ ...stay, household: `h-${id}` }]));
    const first = planMerge({ kept: b!, closed: a! }, NONE, [], MERGING);
    const second = planMerge({ kept: c!, closed: first.kept }, NONE, [], MERGING);
    expect(idsOf(second.kept)).toEqual(['c', 'b', 'a']);
    const undone = planUnmerge(second, { kept: NONE, closed: NONE }, [], UNDOING);
    expect([idsOf(undone.kept), idsOf(undone.closed)]).toEqual([['c'], ['b', 'a']]);
    expect(() =>
      planUnmerge({ kept: second.closed, closed: first.closed }, { kept: NONE, closed: NONE }, [], UNDOING),
    ).toThrow('RECORD_CLOSED');
  });

  it.each([
    ['RECORD_CLOSED', { state: 'DECEASED' }],
    ['RECORD_CLOSED', { state: 'MERGED' }],
    ['RECORD_CLOSED', { state: 'ERASED' }],
    ['IDENTITY_NUMBERS_DIFFER', { identityIndex: 'another' }],
  ] as const)('is refused with %s where the other is %o', (code, other) => {
    const pair = {
      kept: residentWith('a', [stay], { identityIndex: 'one' }),
      closed: residentWith('b', [stay], other),
    };
    expect(() => planMerge(pair, NONE, [], MERGING)).toThrow(code);
  });

  it('takes over only what it does not know itself', () => {
    const known = { sex: 'MALE', birthDate: '1990-01-01', identityIndex: 'i', phoneIndex: 'p' } as const;
    const [bare, full] = [residentWith('a', [stay]), residentWith('b', [stay], known)];
    expect(fillable({ kept: bare, closed: full })).toEqual(['sex', 'birthDate', 'identityNumber', 'phone']);
    expect(fillable({ kept: full, closed: bare })).toEqual([]);
  });
});
