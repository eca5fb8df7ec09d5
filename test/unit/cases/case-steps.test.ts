import fc from 'fast-check';
import { ROLES } from '../../../src/auth/actor';
import { CASE_MOVE_NAMES } from '../../../src/modules/cases/case.machine';
import { linksOf } from '../../../src/modules/cases/case-chain.rules';
import { stepsFrom, storedStepsOf } from '../../../src/modules/cases/case-steps.row';
import { type CaseStep } from '../../../src/modules/cases/case.rules';
import { levelOf } from '../../../src/shared/area-code';
import { newId } from '../../../src/shared/ids';

const AREA = '510108008003001';
const NAMES = ['某区', '某街道', '某社区', '第一网格'];
const PEOPLE = [newId(), newId(), 'clock', 'wang-fang'];
const HOLDERS = [AREA, AREA.slice(0, 9), '510108', '510108008-PSO', '510108-EEB'];

const anyTime = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((time) => new Date(time).toISOString());
const anyPerson = fc.record({
  id: fc.constantFrom(...PEOPLE),
  name: fc.constantFrom('王某', '李某'),
  role: fc.constantFrom(...ROLES),
});
const anyHolder = fc
  .record({ code: fc.constantFrom(...HOLDERS), name: fc.constantFrom('某处', '第一网格', '') })
  .map(({ code, name }) => ({ level: levelOf(code) ?? ('DEPARTMENT' as const), code, name }));
const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });
const anyId = fc.oneof(
  fc.uuid({ version: 7 }),
  fc.constantFrom('adjust-1', `OVERDUE#${AREA}#2`, '0'.repeat(22)),
);

/** Any step, also such as no move makes. */
const anyStep = fc.record(
  {
    ...{ id: anyId, move: fc.constantFrom(...CASE_MOVE_NAMES, 'OVERDUE' as const, 'ABSORB' as const) },
    ...{ at: anyTime, by: anyPerson, fingerprint: anyText, text: anyText, holder: anyHolder },
    ...{ dueAt: anyTime, supervisor: anyHolder, names: fc.array(anyText), until: anyTime },
    ...{ score: fc.integer({ min: 1, max: 5 }), other: anyId, otherReporter: anyId },
    ...{ became: fc.constant('CLOSED' as const), was: fc.constant('HANDLING' as const) },
    rest: fc.record({ near: fc.nat(), due: fc.nat() }),
    parts: fc.array(fc.record({ id: anyId, holder: anyHolder, text: anyText }), { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'move', 'at', 'by', 'fingerprint'] },
);

/** A history as it is told when it was kept, and read again from the table's JSON. */
function keptAndRead(steps: readonly CaseStep[], report: CaseStep): CaseStep[] {
  const stored = JSON.parse(JSON.stringify(storedStepsOf([report, ...steps]))) as unknown[];
  const { id, by, at, fingerprint } = report;
  return stepsFrom(
    { id, entry: AREA, names: NAMES, mark: fingerprint, steps: stored },
    { reporter: by, reportedAt: at },
  );
}

const report: CaseStep = {
  ...{ id: newId(), move: 'REPORT', at: '2026-05-12T02:30:00.000Z', fingerprint: 'mark' },
  by: { id: PEOPLE[0]!, name: '王某', role: 'GRID_WORKER' },
  holder: { level: 'GRID', code: AREA, name: '第一网格' },
};

describe('the steps of a case', () => {
  it('come back as they were kept, and with them every link of the history', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const read = keptAndRead(steps, report);
        expect(read).toEqual([report, ...steps]);
        const about = { text: '', category: { code: 'OTHER' }, area: AREA };
        expect(linksOf({ ...about, steps: read })).toEqual(linksOf({ ...about, steps: [report, ...steps] }));
      }),
      { numRuns: 300 },
    );
  });

  it('are kept in less than half of what their names and values take', () => {
    const at = '2026-05-12T03:30:00.000Z';
    const holder = { level: 'DEPARTMENT' as const, code: '510108008-PSO', name: '街道综治办' };
    const by = { id: newId(), name: '刘某', role: 'DEPARTMENT_STAFF' };
    const moves = (['DISPATCH', 'ACCEPT', 'ASK_EXTENSION', 'GRANT_EXTENSION'] as const).map(
      (move): CaseStep => ({
        id: newId(),
        move,
        at,
        by,
        holder,
        dueAt: at,
        fingerprint: 'f'.repeat(22),
      }),
    );
    const [kept, whole] = [storedStepsOf([report, ...moves]), moves].map(
      (each) => JSON.stringify(each).length,
    );
    expect(kept).toBeLessThan(whole! / 2);
  });

  it('that name a step which is not there are told as a fault of the table, not as nobody', () => {
    const broken = [['ACCEPT', newId(), 0, 'f', 7, 0]];
    const stored = { id: report.id, entry: AREA, names: NAMES, mark: 'mark', steps: broken };
    expect(() => stepsFrom(stored, { reporter: report.by, reportedAt: report.at })).toThrow('no step 7');
  });
});
