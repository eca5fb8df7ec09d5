import fc from 'fast-check';
import { FLOATING_POPULATION } from '../../../local/seed/floating-population';
import { canonicalAnswers, isAsked } from '../../../src/modules/sheets/answer.rules';
import {
  flawsOfSheetFills,
  SHEET_FILL_MOVE_NAMES,
  SHEET_FILL_STATES,
  stateAfter,
} from '../../../src/modules/sheets/fill.machine';
import { changedAnswers, correctedAnswers, partsOf } from '../../../src/modules/sheets/fill.rules';
import {
  dayPlus,
  GRACE_DAYS,
  isOut,
  isTaken,
  type SheetField,
  type SheetVersion,
  superseded,
} from '../../../src/modules/sheets/sheet.rules';

const FIELDS = FLOATING_POPULATION.fields as readonly SheetField[];
const AREA = '510108008';
const days = fc.integer({ min: 0, max: 700 }).map((count) => dayPlus('2026-01-01', count));

describe('what was filled in', () => {
  it('can reach every state, and always goes on', () => {
    expect(flawsOfSheetFills()).toEqual([]);
    const table = SHEET_FILL_STATES.map((state) =>
      SHEET_FILL_MOVE_NAMES.map((move) => stateAfter(state, move)),
    );
    expect(table).toEqual([
      ['ACCEPTED', 'RETURNED', 'SUBMITTED'],
      [undefined, undefined, 'SUBMITTED'],
      [undefined, undefined, 'SUBMITTED'],
    ]);
  });

  it('has after any corrections only what is asked, and each step tells what it was (3000 runs)', () => {
    const one = fc.record(
      {
        housing: fc.constantFrom('RENTED', 'OWN', null),
        landlord: fc.constantFrom('郑国强', '何平'),
        landlordPhone: fc.constantFrom('15466060601', '15466060602', null),
        reason: fc.constantFrom('WORK', 'OTHER'),
        employer: fc.constantFrom('甲', '乙'),
        hasPermit: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (corrections) => {
        let known: Record<string, unknown> = {};
        for (const given of corrections) {
          const after = correctedAnswers(FIELDS, known as never, given, canonicalAnswers(FIELDS, given));
          const kept = FIELDS.filter(({ id }) => Object.hasOwn(after, id) && !Object.hasOwn(given, id));
          if (!kept.every((field) => isAsked(field, after)))
            throw new Error(JSON.stringify({ known, given }));
          const before = changedAnswers(FIELDS, known as never, after as never);
          const { shown } = partsOf(FIELDS, known as never);
          for (const [field, value] of Object.entries(before)) expect(value).toEqual(shown[field] ?? null);
          if (JSON.stringify(before).includes('154660606')) throw new Error('A number is told.');
          known = after;
        }
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);
});

describe('the versions of a sheet', () => {
  const publications = fc.array(fc.tuple(days, fc.integer({ min: 0, max: 400 })), {
    minLength: 1,
    maxLength: 5,
  });

  it('are never two at once, whenever each is published (3000 runs)', () => {
    fc.assert(
      fc.property(publications, days, (periods, today) => {
        let versions: SheetVersion[] = [];
        for (const [index, [from, length]] of periods.entries()) {
          const next = {
            version: index + 1,
            publication: { areas: [AREA], from, until: dayPlus(from, length) },
          };
          const ended = superseded(versions, from);
          versions = [
            ...versions.map((version) => ended.find((each) => each.version === version.version) ?? version),
            next as unknown as SheetVersion,
          ];
        }
        expect(versions.filter((version) => isOut(version, AREA, today)).length).toBeLessThan(2);
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);

  it('are taken from the first day until the grace is over, inside their areas only', () => {
    const version = { publication: { areas: [AREA], from: '2026-05-01', until: '2026-05-31' } };
    const taken = (today: string, area = `${AREA}003001001`) => isTaken(version, area, today);
    expect(['2026-04-30', '2026-05-01', '2026-05-31'].map((day) => taken(day))).toEqual([false, true, true]);
    expect(taken(dayPlus('2026-05-31', GRACE_DAYS))).toBe(true);
    expect(taken(dayPlus('2026-05-31', GRACE_DAYS + 1))).toBe(false);
    expect(taken('2026-05-01', '510108009003001001')).toBe(false);
    expect(isOut(version, '510108', '2026-05-01')).toBe(true);
    expect(isTaken({}, AREA, '2026-05-01')).toBe(false);
  });
});
