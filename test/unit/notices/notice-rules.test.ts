import fc from 'fast-check';
import { type Appointment } from '../../../src/auth/actor';
import { isWithin } from '../../../src/shared/area-code';
import { newId } from '../../../src/shared/ids';
import {
  countedIn,
  listOf,
  listsFor,
  NO_FACTS,
  reachOf,
} from '../../../src/modules/notices/notice-reach.rules';
import {
  hasRead,
  isNewTo,
  type NoticeReader,
  withLook,
  withRead,
} from '../../../src/modules/notices/notice-reader.rules';
import {
  momentKey,
  packed,
  positionOf,
  turnOf,
  unpacked,
} from '../../../src/modules/notices/notice-row.rules';
import { assertAreas, checkedBegin, checkedContent } from '../../../src/modules/notices/notice-content.rules';
import {
  AUDIENCES,
  isTaken,
  type NoticeRecord,
  stateOf,
  withRequest,
} from '../../../src/modules/notices/notice.rules';

const NOW = new Date('2026-05-12T02:30:00.000Z');
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const COURTYARD = '510108008003001002';
const levels = [6, 9, 12, 15, 18].map((digits) => COURTYARD.slice(0, digits));
const area = fc.constantFrom(...levels, '510108008003002', '510108008004', '510108008003001009', '510107');

const code = (act: () => unknown): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const notice = (more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...{ id: newId(), version: 1, kind: 'NOTICE', title: '停水', text: '周六停水', urgent: false },
  ...{ areas: [COURTYARD], audience: 'ALL', from: NOW, until: later(30), commentsOpen: false },
  by: { id: newId(), name: '林燕', role: 'COMMUNITY_STAFF' },
  ...{ publishedAt: NOW, history: [], requests: [], pictures: [] },
  ...more,
});

describe('when a notice is out', () => {
  it('is from its beginning on and until its end, and never once it was taken back', () => {
    const times = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(times, ([begin, length]) => {
        const [from, until] = [later(begin), later(begin + length)];
        const state = stateOf({ from, until, withdrawn: false }, NOW);
        expect(state).toBe(begin > 0 ? 'PLANNED' : begin + length > 0 ? 'OUT' : 'OVER');
        expect(stateOf({ from, until, withdrawn: true }, NOW)).toBe('WITHDRAWN');
      }),
    );
  });

  it('begins no earlier than now and at most a year from now, and lasts a year at most', () => {
    expect(checkedBegin(undefined, NOW)).toEqual(NOW);
    expect(checkedBegin(later(-1), NOW)).toEqual(NOW);
    expect(checkedBegin(later(366), NOW)).toEqual(later(366));
    expect(code(() => checkedBegin(later(367), NOW))).toBe('NOTICE_TIMES_INVALID');
    const content = (until: Date) => code(() => checkedContent('NOTICE', { ...notice(), until }));
    expect([content(NOW), content(later(366)), content(later(367))]).toEqual([
      'NOTICE_TIMES_INVALID',
      'done',
      'NOTICE_TIMES_INVALID',
    ]);
    expect(content(new Date(Number.NaN))).not.toBe('done');
  });
});

describe('whom a notice reaches', () => {
  const resident: Appointment = { role: 'RESIDENT', area: COURTYARD };

  it('is a resident exactly where they live, for what is for all, for residents, or for somebody like them', () => {
    fc.assert(
      fc.property(
        area,
        fc.constantFrom(...AUDIENCES),
        fc.boolean(),
        fc.boolean(),
        (where, audience, isFloating, isTagged) => {
          const facts = {
            kind: isFloating ? ('FLOATING' as const) : ('REGISTERED' as const),
            careKinds: new Set(isTagged ? (['VETERAN'] as const) : (['DISABILITY'] as const)),
          };
          const careKind = audience === 'CARE_TAG' ? ('VETERAN' as const) : undefined;
          const meant = {
            ...{ ALL: true, RESIDENTS: true, WORKERS: false },
            ...{ FLOATING_RESIDENTS: isFloating, CARE_TAG: isTagged },
          }[audience];
          const reach = reachOf({ area: where, audience, careKind }, [resident], facts);
          expect(reach !== undefined).toBe(meant && isWithin(COURTYARD, where));
          expect(reach?.as ?? 'RESIDENT').toBe('RESIDENT');
        },
      ),
    );
  });

  it('is a worker wherever their area lies in its area, in the field also around it; no administrator, no machine', () => {
    const at = (
      role: Appointment['role'],
      own: string,
      where: string,
      audience: 'ALL' | 'WORKERS' | 'RESIDENTS',
    ) => reachOf({ area: where, audience }, [{ role, area: own }], NO_FACTS)?.as;
    const [district = '', , community = '', grid = '', courtyard = ''] = levels;
    expect(at('GRID_WORKER', grid, district, 'WORKERS')).toBe('WORKER');
    expect(at('GRID_WORKER', grid, courtyard, 'ALL')).toBe('WORKER');
    expect(at('GRID_WORKER', grid, community, 'RESIDENTS')).toBeUndefined();
    expect(at('COMMUNITY_STAFF', community, grid, 'ALL')).toBeUndefined();
    expect(at('ADMINISTRATOR', district, district, 'ALL')).toBeUndefined();
    expect(at('SENSOR', community, district, 'WORKERS')).toBeUndefined();
    const both = [resident, { role: 'GRID_WORKER', area: grid } as const];
    expect(reachOf({ area: grid, audience: 'ALL' }, both, NO_FACTS)?.as).toBe('WORKER');
    expect(reachOf({ area: grid, audience: 'RESIDENTS' }, both, NO_FACTS)?.as).toBe('RESIDENT');
  });

  it('stands in one of the three lists at most that whoever it reaches asks for', () => {
    fc.assert(
      fc.property(area, area, (where, own) => {
        const reader: Appointment = { role: 'GRID_WORKER', area: own };
        expect(listsFor([reader]).length).toBeLessThanOrEqual(3);
        if (reachOf({ area: where, audience: 'ALL' }, [reader], NO_FACTS) === undefined) return;
        // A worker of less than a community, as they all are.
        if (own.length > 12) expect(listsFor([reader])).toContain(listOf(where));
      }),
    );
  });

  it('is counted by grids, and by communities where it is wide or for few', () => {
    const counted = (where: string, audience: 'ALL' | 'FLOATING_RESIDENTS') =>
      countedIn({ area: where, audience }, COURTYARD);
    const [district = '', , community = '', grid = '', courtyard = ''] = levels;
    expect([community, grid, courtyard].map((each) => counted(each, 'ALL'))).toEqual([grid, grid, grid]);
    expect(counted(district, 'ALL')).toBe(community);
    expect(counted(grid, 'FLOATING_RESIDENTS')).toBe(community);
  });
});

describe('areas of a notice', () => {
  it('are 1 to 20, each once, none inside another, and codes of areas', () => {
    const areas = (...codes: string[]) =>
      code(() => {
        assertAreas(codes);
      });
    expect(areas('510108008003001', '510108008003002')).toBe('done');
    expect(areas('510108008003', '510108008003002')).toBe('NOTICE_AREAS_INVALID');
    expect(areas('510108', '510108')).toBe('NOTICE_AREAS_INVALID');
    expect(areas('51010')).toBe('NOTICE_AREAS_INVALID');
    expect(areas()).toBe('NOTICE_AREAS_INVALID');
    expect(areas(...Array.from({ length: 21 }, (_none, index) => String(510100 + index)))).toBe(
      'NOTICE_AREAS_INVALID',
    );
  });
});

describe('a row of a list', () => {
  it('says again what was packed into it, and sorts by its end', () => {
    const kept = notice({ kind: 'MEETING', meeting: { place: '一号院', at: later(1) }, urgent: true });
    const row = unpacked(turnOf(kept, COURTYARD), packed(kept));
    expect(row).toMatchObject({
      id: kept.id,
      area: COURTYARD,
      urgent: true,
      from: NOW,
      until: later(30),
      meetsAt: later(1),
    });
    const ended = { ...kept, withdrawal: { at: later(2), by: kept.by, reason: '改期' } };
    expect(unpacked(turnOf(ended, COURTYARD), packed(ended))).toMatchObject({
      until: later(2),
      withdrawn: true,
    });
    expect(momentKey(later(1)) < momentKey(later(2))).toBe(true);
  });

  it('stands with what is urgent and unread before all else, then the newest first', () => {
    const row = (days: number, urgent: boolean) => {
      const kept = notice({ from: later(days), urgent });
      return unpacked(turnOf(kept, COURTYARD), packed(kept));
    };
    const order = [
      positionOf(row(-9, true), false),
      positionOf(row(-1, false), false),
      positionOf(row(-2, true), true),
      positionOf(row(-3, false), true),
    ];
    expect(order.toSorted()).toEqual(order);
  });
});

describe('what somebody has seen', () => {
  const nobody: NoticeReader = { hash: 'x', version: 0, read: [] };

  it('never moves back, and leaves new what came out in the seconds before', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(looks, (minutes) => {
        const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);
        const reader = minutes.reduce((before, minute) => withLook(before, at(minute)) ?? before, nobody);
        expect(reader.seenAt).toEqual(at(Math.max(...minutes)));
      }),
    );
    const seen = { ...nobody, seenAt: NOW };
    expect(isNewTo(nobody, NOW)).toBe(true);
    expect(isNewTo(seen, new Date(NOW.getTime() - 4_000))).toBe(true);
    expect(isNewTo(seen, new Date(NOW.getTime() - 6_000))).toBe(false);
  });

  it('keeps what was read until that ends, and three hundred at most', () => {
    const [one, two] = [notice({ until: later(1) }), notice({ until: later(9) })];
    const reader = withRead(withRead(nobody, one, NOW), two, NOW);
    expect([hasRead(reader, one.id), hasRead(reader, two.id), hasRead(reader, newId())]).toEqual([
      true,
      true,
      false,
    ]);
    const after = withRead(reader, notice(), later(2));
    expect([hasRead(after, one.id), hasRead(after, two.id)]).toEqual([false, true]);
    const many = Array.from({ length: 305 }, () => notice());
    const full = many.reduce((before, each) => withRead(before, each, NOW), reader);
    expect([full.read.length, hasRead(full, many.at(-1)!.id)]).toEqual([300, true]);
  });
});

describe('the requests of a notice', () => {
  it('are known again: the first for ever, the last twenty, and an id with other content is a conflict', () => {
    const first = { id: 'first', mark: 'a' };
    const all = Array.from({ length: 50 }, (_none, index) => ({ id: String(index), mark: 'b' })).reduce(
      (before, request) => withRequest(before, request),
      withRequest([], first),
    );
    expect(all.length).toBeLessThanOrEqual(21);
    expect([
      isTaken(all, first),
      isTaken(all, { id: '49', mark: 'b' }),
      isTaken(all, { id: 'new', mark: 'b' }),
    ]).toEqual([true, true, false]);
    expect(code(() => isTaken(all, { id: 'first', mark: 'other' }))).toBe('CONFLICT');
  });
});
