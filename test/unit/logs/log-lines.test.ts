import fc from 'fast-check';
import { type Image, type TableChange } from '../../../src/data/table-change';
import { stepsIn } from '../../../src/modules/cases/case.events';
import { storedStepsOf } from '../../../src/modules/cases/case-steps.row';
import { linesOf } from '../../../src/modules/logs/log-line.events';
import { type LogLine, placeOf, turnOf } from '../../../src/modules/logs/log.rules';
import { caseRow } from '../../support/case-rows';

const GRID = '510108008003001';
const PEOPLE = ['wang-fang', 'li-qiang'].map((id) => ({ id, name: id, role: 'GRID_WORKER' }));
const RESIDENT = { id: 'peng', name: '彭**', role: 'RESIDENT' };

/** What a log holds after changes were told in this order: a later write of the same key takes the place of an earlier one. */
function logAfter(told: readonly TableChange[]): ReadonlyMap<string, LogLine> {
  const log = new Map<string, LogLine>();
  for (const change of told)
    for (const line of linesOf([change])) log.set(`${line.by.id} ${turnOf(line.at)} ${line.id}`, line);
  return new Map([...log].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const MOVES = ['SOLVE', 'ESCALATE', 'DISPATCH', 'ACCEPT', 'REPORT_BACK', 'CLOSE', 'ADJUST'] as const;
const at = (minute: number) => new Date(Date.UTC(2026, 4, 12, 0, minute)).toISOString();
const author = fc.constantFrom(...PEOPLE);

/** The life of a case, as the stream tells it: the report, then each move. */
const caseLife = fc
  .record({
    id: fc.uuid(),
    moves: fc.array(
      fc.record({ id: fc.uuid(), move: fc.constantFrom(...MOVES), by: author, minute: fc.nat(900) }),
      { maxLength: 5 },
    ),
    reporter: author,
  })
  .map(({ id, moves, reporter }): TableChange[] => {
    const images = Array.from({ length: moves.length + 1 }, (_none, done): Image => ({
      ...{
        __edb_e__: 'case',
        pk: `CASE#${id}`,
        version: done + 1,
        row: caseRow({ area: GRID, reporter, reportedAt: new Date(at(0)) }),
      },
      ...{ entry: GRID, names: [], mark: '' },
      steps: storedStepsOf([
        { id, move: 'REPORT', at: at(0), by: reporter, fingerprint: '' },
        ...moves.slice(0, done).map(({ minute, ...move }) => ({ ...move, at: at(minute), fingerprint: '' })),
      ]),
    }));
    return images.map((after, index) => ({ before: images[index - 1], after }));
  });

/** The life of a resident: put on file, changed, moved. */
const residentLife = fc
  .record({
    id: fc.uuid(),
    changes: fc.array(
      fc.record({
        ...{ id: fc.uuid(), by: author, minute: fc.nat(900) },
        what: fc.constantFrom(['phone'], ['MOVED'], ['MOVED_OUT'], ['IMPORTED'], ['ADJUSTED'], ['ERASED']),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ id, changes }): TableChange[] => {
    const images = changes.map((_change, index): Image => ({
      ...{ __edb_e__: 'resident', id, row: { courtyard: `${GRID}001`, name: '彭晓丽' } },
      changes: changes.slice(0, index + 1).map(({ minute, ...change }) => ({
        ...{ ...change, mark: 'm', at: at(minute) },
      })),
    }));
    return images.map((after, index) => ({ before: images[index - 1], after }));
  });

/** The life of a facility: put on file and changed by people, an import or an adjustment in between. */
const facilityLife = fc
  .record({
    id: fc.uuid(),
    versions: fc.array(fc.record({ mark: fc.uuid(), by: fc.option(author), minute: fc.nat(900) }), {
      ...{ minLength: 1, maxLength: 5 },
    }),
  })
  .map(({ id, versions }): TableChange[] => {
    const images = versions.map(({ mark, by, minute }, index): Image => ({
      ...{ __edb_e__: 'facility', id, area: GRID, version: index + 1, mark, changedAt: at(minute) },
      ...(by === null ? {} : { author: by }),
    }));
    return images.map((after, index) => ({ before: images[index - 1], after }));
  });

/** The life of an application: opened, moved; with the opening submitted at once, or by its resident. */
const applicationLife = fc
  .record({
    id: fc.uuid(),
    isAtOnce: fc.boolean(),
    moves: fc.array(
      fc.record({
        ...{ id: fc.uuid(), by: fc.constantFrom(...PEOPLE, RESIDENT), minute: fc.nat(900) },
        move: fc.constantFrom('AMEND', 'SUBMIT', 'ACCEPT', 'APPROVE', 'BRING', 'RATE'),
      }),
      { maxLength: 5 },
    ),
    opener: author,
  })
  .map(({ id, isAtOnce, moves, opener }): TableChange[] => {
    const opened = { id, move: 'OPEN', at: at(0), by: opener };
    const first = isAtOnce ? [opened, { ...opened, move: 'SUBMIT' }] : [opened];
    const images = Array.from({ length: moves.length + 1 }, (_none, done): Image => ({
      ...{ __edb_e__: 'application', id, resident: 'r', facts: { terms: {} } },
      row: ['s', '出生登记', '彭晓丽', `${GRID}001`, 0, 0, 0, null],
      steps: [...first, ...moves.slice(0, done).map(({ minute, ...move }) => ({ ...move, at: at(minute) }))],
    }));
    return images.map((after, index) => ({ before: images[index - 1], after }));
  });

/** The life of a mediation: a session that comes to an agreement, then one visit after the other. */
const mediationLife = fc
  .record({
    ...{ id: fc.uuid(), session: fc.uuid() },
    visits: fc.array(fc.record({ id: fc.uuid(), by: author, minute: fc.nat(900) }), { maxLength: 4 }),
    mediator: author,
  })
  .map(({ id, session, visits, mediator }): TableChange[] => {
    const images = Array.from({ length: visits.length + 1 }, (_none, done): Image => {
      const followUps = visits.map(({ minute, ...made }, index) => ({
        on: `2026-06-0${String(index + 1)}`,
        ...(index < done && { result: { ...made, at: at(minute), outcome: 'HELD' } }),
      }));
      const agreement = { text: '彭晓丽夜间停工', followUps };
      const made = { id: session, at: at(0), by: mediator, outcome: 'AGREED', agreement };
      return { __edb_e__: 'mediation', id, area: `${GRID}001`, sessions: [made] };
    });
    return images.map((after, index) => ({ before: images[index - 1], after }));
  });

/** An inspection, which never changes. */
const inspectionLife = fc
  .record({ id: fc.uuid(), by: author, minute: fc.nat(900) })
  .map(({ id, by, minute }): TableChange[] => [
    {
      before: undefined,
      after: {
        ...{ __edb_e__: 'inspection', id, at: at(minute), row: ['c', 1, by.name, by.role, 'P', [], []] },
        facts: { byId: by.id, area: GRID, name: '彭晓丽餐馆' },
      },
    },
  ]);

const history = fc
  .array(fc.oneof(caseLife, residentLife, facilityLife, applicationLife, mediationLife, inspectionLife), {
    maxLength: 6,
  })
  .map((lives) => lives.flat());

/** What the steps of an application say, but for those of residents and ratings. */
function told(image: Image | undefined): readonly string[] {
  const steps = (image?.steps ?? []) as readonly { move: string; by: { role: string } }[];
  return steps.filter(({ move, by }) => move !== 'RATE' && by.role !== 'RESIDENT').map(({ move }) => move);
}

describe('the lines of a log', () => {
  it('are the same whatever is told twice or in another order', () => {
    const told = history.chain((changes) =>
      fc.record({
        changes: fc.constant(changes),
        again: fc.subarray(changes),
        seed: fc.array(fc.nat(), { minLength: changes.length * 2, maxLength: changes.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(told, ({ changes, again, seed }) => {
        const order = [...changes, ...again]
          .map((change, index) => ({ change, turn: seed[index] ?? 0 }))
          .sort((one, other) => one.turn - other.turn)
          .map(({ change }) => change);
        expect(logAfter(order)).toEqual(logAfter(changes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are as many as there were moves and changes by people', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const lines = linesOf(changes);
        const steps = changes.flatMap(({ before, after }) => {
          if (after?.__edb_e__ === 'case')
            return before === undefined ? ['REPORT'] : [stepsIn(after).at(-1)?.move];
          if (after?.__edb_e__ === 'application') return told(after).slice(told(before).length);
          if (after?.__edb_e__ === 'mediation' || after?.__edb_e__ === 'inspection') return ['MADE'];
          if (after?.__edb_e__ === 'resident') return (after.changes as { what: string[] }[]).at(-1)?.what;
          return after?.author === undefined ? ['IMPORTED'] : ['PUT'];
        });
        const silent = new Set(['ADJUST', 'IMPORTED', 'ADJUSTED', 'ERASED']);
        expect(lines).toHaveLength(steps.filter((step) => !silent.has(step ?? '')).length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('carry nobody’s name but that of who did it', () => {
    fc.assert(
      fc.property(history, (changes) => {
        expect(JSON.stringify(linesOf(changes))).not.toContain('彭晓丽');
      }),
      { numRuns: 200 },
    );
  });

  it('of a mediation that was written before its area was kept are none', () => {
    const by = { id: 'p', name: 'p', role: 'GRID_WORKER' };
    const sessions = [{ id: 's', at: at(1), by, outcome: 'ADJOURNED' }];
    const after = { __edb_e__: 'mediation', id: 'm', sessions };
    expect(linesOf([{ before: undefined, after }])).toEqual([]);
    expect(linesOf([{ before: undefined, after: { ...after, area: GRID } }])).toHaveLength(1);
  });

  it('of a facility that an adjustment of grids moves are none', () => {
    const before = { __edb_e__: 'facility', id: 'f', area: GRID, version: 1, mark: 'm', changedAt: at(1) };
    const moved = { ...before, area: '510108008003002', version: 2 };
    expect(linesOf([{ before: { ...before, author: PEOPLE[0] }, after: moved }])).toEqual([]);
  });

  it('lie in the log by day and time in Shanghai, and for supervisors by grid and person', () => {
    // 2026-05-31 23:30 UTC is the first of June in Shanghai.
    const late = new Date('2026-05-31T23:30:05.900Z');
    expect(turnOf(late)).toBe('2026-06-01#07:30:05');
    expect(placeOf({ at: late, area: `${GRID}001`, person: 'p' })).toBe(`2026-06-01#${GRID}#p#07:30:05`);
  });
});
