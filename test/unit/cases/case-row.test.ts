import fc from 'fast-check';
import { ROLES } from '../../../src/auth/actor';
import { CASE_STATES } from '../../../src/modules/cases/case.machine';
import { restOf, rowFrom, storedRowOf } from '../../../src/modules/cases/case.row';
import { URGENCIES } from '../../../src/modules/cases/case.rules';
import { type Case } from '../../../src/modules/cases/case.type';
import { levelOf } from '../../../src/shared/area-code';
import { newId } from '../../../src/shared/ids';
import { beginningOf } from '../../../src/shared/text';

const AREA = '510108008003001002';

/** Any case, as far as its row tells of it. */
const anyCase = fc
  .record({
    state: fc.constantFrom(...CASE_STATES),
    urgency: fc.constantFrom(...URGENCIES),
    role: fc.constantFrom(...ROLES),
    reporter: fc.oneof(fc.constant(newId()), fc.constantFrom('wang-fang', 'x', '网格员', '0'.repeat(22))),
    holder: fc.constantFrom(undefined, AREA, AREA.slice(0, 15), AREA.slice(0, 9), '510108008-PSO', '510109'),
    isPart: fc.boolean(),
    said: fc.constantFrom(undefined, 'HOTLINE' as const),
    text: fc.string({ maxLength: 100, unit: 'grapheme' }),
  })
  .map(({ role, reporter, holder, isPart, ...facts }): Case => {
    const at = new Date('2026-05-12T02:00:00Z');
    const by = { id: reporter, name: '某人', role };
    return {
      ...{ id: newId(), version: 1, category: { code: 'OTHER', version: 1 }, area: AREA, areaNames: [] },
      ...{ source: 'STAFF', reporter: by, reportedAt: at, updatedAt: at, ...facts },
      holder:
        holder === undefined
          ? undefined
          : { level: levelOf(holder) ?? 'DEPARTMENT', code: holder, name: '某处' },
      steps: [{ id: 's', move: 'REPORT', at: at.toISOString(), by, fingerprint: 'x' }],
      partOf: isPart ? newId() : undefined,
    };
  });

describe('a case’s row', () => {
  it('comes back as it was kept, whatever the case is', () => {
    fc.assert(
      fc.property(anyCase, (found) => {
        const { state, urgency, reporter, holder, area, said, partOf, text } = found;
        expect(rowFrom(storedRowOf(found))).toMatchObject({
          ...{ state, urgency, reporter, holder, area, said, partOf, summary: beginningOf(text, 60) },
        });
      }),
    );
  });

  it('holds the beginning of its text in whole characters, and the rest is kept beside it', () => {
    fc.assert(
      fc.property(anyCase, fc.string({ unit: 'binary', maxLength: 90 }), (found, text) => {
        const { summary } = rowFrom(storedRowOf({ ...found, text }));
        expect(summary + (restOf(text) ?? '')).toBe(text);
        expect(summary.isWellFormed() && (restOf(text) ?? '').isWellFormed()).toBe(true);
        expect(summary.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('is read also where it was kept with whole names, before there were codes', () => {
    const kept = [
      ...(['HANDLED', 'OTHER', 1, 'URGENT', '堆物', AREA, null, newId(), '某人', 'GRID_WORKER'] as const),
      ...([1_778_551_200_000, null, '510108008', '某街道', null] as const),
    ];
    expect(rowFrom(kept)).toMatchObject({
      ...{ state: 'HANDLED', urgency: 'URGENT', reporter: { id: kept[7], role: 'GRID_WORKER' } },
      holder: { level: 'STREET', code: '510108008' },
    });
  });

  it('has a code of its own for each state, urgency and role', () => {
    const rows = (part: (row: readonly unknown[]) => unknown, cases: readonly Partial<Case>[]) => {
      const [base] = fc.sample(anyCase, 1);
      return new Set(cases.map((each) => part(storedRowOf({ ...base!, ...each })))).size;
    };
    expect(
      rows(
        ([state]) => state,
        CASE_STATES.map((state) => ({ state })),
      ),
    ).toBe(CASE_STATES.length);
    expect(
      rows(
        (row) => row[3],
        URGENCIES.map((urgency) => ({ urgency })),
      ),
    ).toBe(URGENCIES.length);
    const reporters = ROLES.map((role) => ({ reporter: { id: 'x', name: 'x', role } }));
    expect(rows((row) => row[9], reporters)).toBe(ROLES.length);
  });
});
