import { type Cursor, decodeCursor, encodeCursor } from '../../../src/modules/changes/change-cursor.rules';
import { afterTurn, OVERLAP_MS, turnOf } from '../../../src/modules/changes/change-turn.rules';
import { subjectsOf } from '../../../src/modules/changes/telling.rules';

const NOW = new Date('2026-05-12T02:30:00.000Z');
const [A, B, C] = ['510108001001001', '510108001001002', '510108001001003'] as const;
const asked = (...grids: string[]) => grids.map((grid) => ({ grid, scope: 's' }));
const at = (ms: number) => new Date(NOW.getTime() + ms);
const begin = (cursor: Cursor | undefined, grids: readonly string[] = [A], first = 100, now = NOW) =>
  turnOf(cursor, asked(...grids), { person: 'p', now, first });

describe('the turns of telling', () => {
  it('begin from the beginning, up to now, and are told again from half a minute before', () => {
    const turn = begin(undefined);
    expect(turn.readings).toEqual([
      { grid: A, from: 0, after: undefined, until: NOW.getTime(), limit: 100, since: NOW.getTime(), isWhole: true },
    ]); // prettier-ignore
    const { cursor, hasMore } = afterTurn(turn, new Map([[A, undefined]]));
    expect(hasMore).toBe(false);
    expect(begin(cursor, [A], 100, at(5_000)).readings).toMatchObject([
      { from: NOW.getTime() - OVERLAP_MS, until: NOW.getTime() + 5_000, isWhole: false },
    ]);
  });

  it('go on where a page ended, up to the same moment, however much is noted meanwhile', () => {
    const first = afterTurn(begin(undefined), new Map([[A, '1778553000000#CASE#1#2']]));
    expect(first.hasMore).toBe(true);
    const next = begin(first.cursor, [A], 100, at(10_000));
    expect(next.readings).toMatchObject([
      { after: '1778553000000#CASE#1#2', until: NOW.getTime(), isWhole: true },
    ]);
    expect(afterTurn(next, new Map([[A, undefined]])).hasMore).toBe(false);
  });

  it('are followed by another at once where the run began a while ago', () => {
    const { cursor } = afterTurn(begin(undefined), new Map([[A, '1778553000000#CASE#1#2']]));
    const late = afterTurn(begin(cursor, [A], 100, at(86_400_000)), new Map([[A, undefined]]));
    expect(late.hasMore).toBe(true);
    const last = afterTurn(begin(late.cursor, [A], 100, at(86_400_000)), new Map([[A, undefined]]));
    expect(last.hasMore).toBe(false);
  });

  it('share a page among the grids, and let a grid that is done wait for the others', () => {
    const turn = begin(undefined, [A, B, C], 10);
    expect(turn.readings.map(({ limit }) => limit)).toEqual([3, 3, 3]);
    const { cursor } = afterTurn(turn, new Map([[A, undefined], [B, '1778553000000#CASE#1#2'], [C, undefined]])); // prettier-ignore
    expect(begin(cursor, [A, B, C], 10).readings.map(({ grid, limit }) => [grid, limit])).toEqual([[B, 10]]);
    expect(begin(undefined, [A, B, C], 2).readings.map(({ grid }) => grid)).toEqual([A, B]);
  });

  it('forget a grid that is asked for no longer or seen otherwise, and all where the cursor is too old', () => {
    const { cursor } = afterTurn(begin(undefined, [A, B]), new Map([[A, undefined], [B, undefined]])); // prettier-ignore
    expect(begin(cursor, [B]).forget).toEqual([A]);
    const other = turnOf(cursor, [{ grid: A, scope: 'x' }, ...asked(B)], { person: 'p', now: NOW, first: 9 });
    expect(other.forget).toEqual([A]);
    expect(other.readings.map(({ isWhole }) => isWhole)).toEqual([true, false]);
    const old = begin(cursor, [A, B], 100, at(91 * 86_400_000));
    expect([old.restart, old.forget]).toEqual([true, [A, B]]);
    expect(old.readings.every(({ isWhole }) => isWhole)).toBe(true);
    expect(begin(cursor, [A, B], 100, at(89 * 86_400_000)).restart).toBe(false);
  });

  it('are kept in a cursor that comes back as it went', () => {
    const { cursor } = afterTurn(begin(undefined, [A, B]), new Map([[A, '1778553000000#CASE#1#2'], [B, undefined]])); // prettier-ignore
    expect(decodeCursor(encodeCursor(cursor), 'p', NOW)).toEqual(cursor);
    expect(encodeCursor(cursor).length).toBeLessThan(300);
    expect(() => decodeCursor(encodeCursor(cursor), 'q', NOW)).toThrow('CURSOR_INVALID');
  });
});

describe('of what has gone', () => {
  const grid = { grid: A, areas: [`${A}001`] };
  const pointer = { grid, since: 5_000, isWhole: false, type: 'HOUSEHOLD', id: 'h', at: 9_000 } as const;
  const seen = { ...pointer, guard: `${A}001` };

  it('is told what was seen, and not what went before or was guarded by somebody else', () => {
    expect(subjectsOf([{ ...seen, kind: 'GONE' }])).toMatchObject([{ seenBefore: 'BY_AREA' }]);
    expect(subjectsOf([{ ...seen, kind: 'GONE', at: 1_000 }])).toEqual([]);
    expect(subjectsOf([{ ...seen, kind: 'GONE', isWhole: true }])).toEqual([]);
    expect(subjectsOf([{ ...pointer, guard: `${A}002`, kind: 'GONE' }])).toEqual([]);
    expect(subjectsOf([{ ...pointer, guard: `${A}002`, kind: 'HERE' }])).toEqual([]);
  });

  it('is not concluded from a record that should be here: its own pointer tells', () => {
    expect(subjectsOf([{ ...seen, kind: 'HERE' }])).toMatchObject([{ seenBefore: 'NEVER' }]);
    expect(subjectsOf([{ ...seen, kind: 'TOUCHED' }])).toMatchObject([{ seenBefore: 'BY_AREA' }]);
  });

  it('is told of a case to whoever reported it, wherever it happened', () => {
    const other = { ...pointer, type: 'CASE', guard: `${A}002` } as const;
    expect(subjectsOf([{ ...other, kind: 'HERE' }])).toMatchObject([{ seenBefore: 'NEVER' }]);
    expect(subjectsOf([{ ...other, kind: 'GONE' }])).toMatchObject([{ seenBefore: 'AS_OWN' }]);
    expect(subjectsOf([{ ...seen, type: 'CASE', kind: 'GONE' }, { ...other, kind: 'GONE' }])).toMatchObject([{ seenBefore: 'BY_AREA' }]); // prettier-ignore
  });
});
