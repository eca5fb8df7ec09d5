import fc from 'fast-check';
import { type Appointment, ROLES, type Role } from '../../../src/auth/actor';
import {
  assertPost,
  assertRoom,
  isInForce,
  mayAppoint,
  MOST_GRID_WORKERS,
  type Place,
  withoutPast,
} from '../../../src/modules/people/appointment.rules';
import { assertHouseholds, assertParticulars } from '../../../src/modules/people/appointment-form.rules';
import { isWithin } from '../../../src/shared/area-code';
import { businessDate, isDay } from '../../../src/shared/business-date';
import { Refusal } from '../../../src/shared/errors';
import { newId } from '../../../src/shared/ids';

const GRID = '510108008003001';
const dayNumber = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);

/** The code of the refusal that a rule throws, or `yes`. */
function refusalOf(rule: () => void): string {
  try {
    rule();
    return 'yes';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const place = (more: Partial<Place> = {}): Place => ({
  ...{ id: newId(), person: newId(), role: 'GRID_WORKER', from: '2026-01-01' },
  ...more,
});
const roomFor = (roster: readonly Place[], one: Place) =>
  refusalOf(() => {
    assertRoom(roster, one);
  });

/** Terms of at most a month, some without an end. */
const term = fc
  .record({ from: fc.nat(30), length: fc.option(fc.nat(20), { nil: undefined }) })
  .map(({ from, length }) => ({
    from: dayNumber(from),
    to: length === undefined ? undefined : dayNumber(from + length),
  }));
const DAYS = Array.from({ length: 60 }, (_none, number) => dayNumber(number));

describe('a grid', () => {
  it('never has more than two workers of its own on any day, and turns nobody away while it has fewer', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 12 }), (terms) => {
        const roster: Place[] = [];
        const on = (day: string) => roster.filter((each) => isInForce(each, day)).length;
        for (const each of terms) {
          const one = place(each);
          const isFull = DAYS.some((day) => isInForce(one, day) && on(day) >= MOST_GRID_WORKERS);
          expect(roomFor(roster, one)).toBe(isFull ? 'GRID_FULL' : 'yes');
          if (!isFull) roster.push(one);
        }
        for (const day of DAYS) expect(on(day)).toBeLessThanOrEqual(MOST_GRID_WORKERS);
      }),
    );
  });

  it('has room again for a day on which one of the two has left', () => {
    const roster = [place({ to: '2026-06-30' }), place()];
    expect(roomFor(roster, place({ from: '2026-06-30' }))).toBe('GRID_FULL');
    expect(roomFor(roster, place({ from: '2026-07-01' }))).toBe('yes');
  });

  it('has no room for somebody who is there already', () => {
    const one = place();
    expect(roomFor([one], place({ person: one.person }))).toBe('ALREADY_APPOINTED');
  });

  it('takes any number of secondary workers in a courtyard', () => {
    const roster = Array.from({ length: 5 }, () => place({ role: 'SECONDARY_WORKER' }));
    expect(roomFor(roster, place({ role: 'SECONDARY_WORKER' }))).toBe('yes');
  });
});

describe('a stand-in', () => {
  const [one, other] = [place({ to: '2026-12-31' }), place()];
  const roster = [one, other];
  const cover = (more: Partial<Place> = {}) =>
    place({ covers: one.id, from: '2026-07-01', to: '2026-07-14', ...more });

  it('takes no seat of their own', () => {
    expect(roomFor(roster, cover())).toBe('yes');
    expect(roomFor([one, cover()], place())).toBe('yes');
  });

  it('takes one once whoever they cover is gone for good', () => {
    expect(roomFor([other, cover()], place({ from: '2026-07-10' }))).toBe('GRID_FULL');
    expect(roomFor([other, cover()], place({ from: '2026-07-15' }))).toBe('yes');
  });

  it.each<[string, Place, string]>([
    ['nobody that is known', cover({ covers: newId() }), 'COVERED_UNKNOWN'],
    ['oneself', cover({ person: one.person, from: '2027-01-01', to: '2027-01-02' }), 'COVERED_UNKNOWN'],
    ['another role', cover({ role: 'SECONDARY_WORKER' }), 'COVERED_UNKNOWN'],
    ['no end', cover({ to: undefined }), 'COVER_NEEDS_END'],
    ['longer than the term', cover({ to: '2027-01-01' }), 'COVER_OUTSIDE_TERM'],
    ['before the term', cover({ from: '2025-12-31' }), 'COVER_OUTSIDE_TERM'],
    ['an end before the beginning', cover({ to: '2026-06-30' }), 'TERM_INVALID'],
  ])('is refused for %s', (_what, wanted, code) => {
    expect(roomFor(roster, wanted)).toBe(code);
  });

  it('is refused for another stand-in', () => {
    const first = cover();
    expect(roomFor([...roster, first], cover({ covers: first.id }))).toBe('COVERED_UNKNOWN');
  });

  it('covers alone: two overlap exactly when they share a day', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        fc.pre(a.to !== undefined && b.to !== undefined);
        const [first, second] = [cover(a), cover(b)];
        const isShared = DAYS.some((day) => isInForce(first, day) && isInForce(second, day));
        expect(roomFor([...roster, first], second)).toBe(isShared ? 'ALREADY_COVERED' : 'yes');
      }),
    );
  });
});

describe('a term', () => {
  it('holds on its first and last day, and is over from the day on which it was ended', () => {
    const held = { from: '2026-03-01', to: '2026-03-31' };
    const on = (day: string, ended?: string) => isInForce({ ...held, ended }, day);
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => on(day))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(['2026-03-14', '2026-03-15', '2026-03-16'].map((day) => on(day, '2026-03-15'))).toEqual([
      ...[true, false, false],
    ]);
  });

  it('leaves the roster the day after its last', () => {
    const roster = [place({ to: '2026-03-30' }), place({ to: '2026-03-31' }), place()];
    expect(withoutPast(roster, '2026-03-31')).toEqual(roster.slice(1));
  });
});

describe('whom one appoints', () => {
  const AREAS: Readonly<Record<Role, string>> = {
    RESIDENT: `${GRID}001`,
    SECONDARY_WORKER: `${GRID}001`,
    GRID_WORKER: GRID,
    COMMUNITY_STAFF: '510108008003',
    STREET_STAFF: '510108008',
    DISTRICT_STAFF: '510108',
    DEPARTMENT_STAFF: '510108008',
    ADMINISTRATOR: '510108',
    SENSOR: '510108008003',
  };
  const post = (role: Role): Appointment => ({
    ...{ role, area: AREAS[role] },
    ...(role === 'DEPARTMENT_STAFF' ? { department: '510108008-PSO' } : {}),
  });

  it('is whoever stands below oneself, and nobody else', () => {
    const table = Object.fromEntries(
      ROLES.map((role) => [role, ROLES.filter((other) => mayAppoint(post(role), post(other)))]),
    );
    const workers = ['SECONDARY_WORKER', 'GRID_WORKER'];
    const street = [...workers, 'COMMUNITY_STAFF', 'DEPARTMENT_STAFF'];
    const district = [...workers, 'COMMUNITY_STAFF', 'STREET_STAFF', 'DEPARTMENT_STAFF', 'SENSOR'];
    expect(table).toEqual({
      ...{ RESIDENT: [], SECONDARY_WORKER: [], GRID_WORKER: [], DEPARTMENT_STAFF: [], SENSOR: [] },
      COMMUNITY_STAFF: workers,
      STREET_STAFF: street,
      DISTRICT_STAFF: district,
      ADMINISTRATOR: [...district.slice(0, 4), 'DISTRICT_STAFF', ...district.slice(4)],
    });
  });

  it('lies within one’s own area, wherever that is', () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-2]{${count}}$`));
    const area = fc.oneof(digits(6), digits(9), digits(12), digits(15), digits(18));
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ROLES),
        area,
        area,
        (own, role, mine, theirs) => {
          if (!isWithin(theirs, mine))
            expect(mayAppoint({ role: own, area: mine }, { role, area: theirs })).toBe(false);
        },
      ),
    );
  });

  it.each(ROLES.filter((role) => role !== 'RESIDENT'))('%s has areas of one level', (role) => {
    const fits = (more: Partial<Appointment>) =>
      refusalOf(() => {
        assertPost({ ...post(role), ...more });
      });
    expect(fits({})).toBe('yes');
    expect(fits({ area: '5101' })).toBe('POST_INVALID');
    expect(fits({ area: '510108008003099' })).toBe(role === 'GRID_WORKER' ? 'yes' : 'POST_INVALID');
    expect(fits({ department: role === 'DEPARTMENT_STAFF' ? undefined : '510108-EEB' })).toBe('POST_INVALID');
  });
});

describe('what is said of somebody', () => {
  const said = { person: 'p', workName: '王芳', from: '2026-01-01' };
  it.each<[object, string]>([
    [{}, 'yes'],
    [{ workPhone: '028-8432 1100', photoUrl: 'https://a.cn/b.jpg' }, 'yes'],
    [{ person: '王芳' }, 'PERSON_INVALID'],
    [{ workName: ' ' }, 'WORK_NAME_INVALID'],
    [{ workPhone: 'call me' }, 'WORK_PHONE_INVALID'],
    [{ photoUrl: 'http://a.cn/b.jpg' }, 'PHOTO_URL_INVALID'],
    [{ photoUrl: 'javascript:alert(1)' }, 'PHOTO_URL_INVALID'],
    [{ from: '2026-02-29' }, 'TERM_INVALID'],
    [{ to: 'soon' }, 'TERM_INVALID'],
  ])('%j: %s', (more, code) => {
    expect(
      refusalOf(() => {
        assertParticulars({ ...said, ...more });
      }),
    ).toBe(code);
  });

  it('is at most 200 households, each by its id', () => {
    const assign = (households: string[]) =>
      refusalOf(() => {
        assertHouseholds(households);
      });
    expect(assign(Array.from({ length: 200 }, newId))).toBe('yes');
    expect(assign(Array.from({ length: 201 }, newId))).toBe('HOUSEHOLDS_TOO_MANY');
    expect(assign(['1-101'])).toBe('ID_INVALID');
  });
});

describe('a day in Shanghai', () => {
  it('begins at 16:00 UTC', () => {
    expect(businessDate(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(businessDate(new Date('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02');
  });
  it('is one that the calendar has', () => {
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1', 'today'].map(isDay)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });
});
