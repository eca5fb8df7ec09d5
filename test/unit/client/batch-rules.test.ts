import fc from 'fast-check';
import { Needs, nextBatch } from '../../../client/batch.rules';
import { isUnsent } from '../../../client/queue.machine';
import { type ItemRow, type ItemState } from '../../../client/rows';

const item = (id: string, more: Partial<ItemRow> = {}): ItemRow => ({
  ...{ id, kind: 'note', after: [], makes: [id], mentions: [], edits: [], chain: [] },
  ...{ state: 'WAITING', revision: 0, attempts: 0, unanswered: false, notBefore: 0, troubles: [] },
  recordedAt: 0,
  ...more,
});
const name = (number: number) => String(number).padStart(3, '0');

/** Queues whose items need any others, and stand anywhere. */
const queue = fc
  .array(
    fc.record({
      needs: fc.array(fc.nat(24), { maxLength: 3 }),
      after: fc.array(fc.nat(24), { maxLength: 2 }),
      state: fc.constantFrom<ItemState>(
        'WAITING',
        'WAITING',
        'WAITING',
        'TAKEN',
        'REFUSED',
        'GIVEN_UP',
        'CONFLICT',
      ),
      bytes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 12 }),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ needs, after, state, bytes }, index) => ({
      item: item(name(index), {
        state,
        mentions: needs.filter((need) => need !== index && need < rows.length).map(name),
        // Only what was there before can have been built upon.
        after: after.filter((other) => other < index).map(name),
      }),
      bytes,
    })),
  );
const MOST = { items: 6, bytes: 150 };

describe('a batch', () => {
  const chosenOf = (rows: readonly { item: ItemRow; bytes: number | undefined }[]) => {
    const items = rows.map((row) => row.item);
    const needs = new Needs(items);
    const candidates = rows.filter((row) => isUnsent(row.item));
    return { needs, chosen: nextBatch(candidates, needs, MOST) };
  };

  it('never holds more than it may, nor anything twice', () => {
    fc.assert(
      fc.property(queue, (rows) => {
        const { chosen } = chosenOf(rows);
        const bytes = chosen.map(({ id }) => rows[Number(id)]?.bytes ?? Number.NaN);
        expect(chosen.length).toBeLessThanOrEqual(MOST.items);
        expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST.bytes);
        expect(new Set(chosen).size).toBe(chosen.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds nothing before what it needs, nor before the edits it was made on top of', () => {
    fc.assert(
      fc.property(queue, (rows) => {
        const { needs, chosen } = chosenOf(rows);
        for (const each of chosen) {
          for (const need of needs.of(each))
            expect(chosen.includes(need) || ['TAKEN', 'CONFLICT'].includes(need.state)).toBe(true);
          for (const earlier of needs.earlier(each)) expect(chosen).toContain(earlier);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('after batch takes everything that is not kept back by somebody’s hand, or by a file that was not read', () => {
    fc.assert(
      fc.property(queue, (rows) => {
        let left = rows;
        for (;;) {
          const { chosen } = chosenOf(left);
          if (chosen.length === 0) break;
          left = left.map((row) =>
            chosen.includes(row.item) ? { ...row, item: { ...row.item, state: 'TAKEN' as const } } : row,
          );
        }
        const needs = new Needs(left.map((row) => row.item));
        const stuck = left.filter((row) => isUnsent(row.item));
        const isKeptBack = (id: string, seen: Set<string>): boolean => {
          const row = left[Number(id)];
          if (row === undefined || seen.has(id) || !isUnsent(row.item)) return false;
          seen.add(id);
          return (
            row.bytes === undefined ||
            needs.blockerOf(row.item) !== undefined ||
            [...needs.of(row.item), ...needs.earlier(row.item)].some((need) => isKeptBack(need.id, seen))
          );
        };
        // Who mention one another in a ring too large for a batch cannot go either; no app enters such.
        for (const row of stuck)
          expect(isKeptBack(row.item.id, new Set()) || isInLargeRing(row.item, needs, left)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('names what somebody waits for, however far away', () => {
    const rows = [
      item('000', { state: 'REFUSED' }),
      item('001', { mentions: ['000'] }),
      item('002', { mentions: ['001'] }),
      item('003', { mentions: ['004'] }),
      item('004', { mentions: ['003'] }),
    ];
    const needs = new Needs(rows);
    expect(rows.map((row) => needs.blockerOf(row)?.id)).toEqual([
      undefined,
      '000',
      '000',
      undefined,
      undefined,
    ]);
    expect(
      nextBatch(
        rows.slice(1).map((row) => ({ item: row, bytes: 1 })),
        needs,
      ).map(({ id }) => id),
    ).toEqual(['003', '004']);
  });
});

/** Whether what has to go together with it is more than a batch takes. */
function isInLargeRing(
  start: ItemRow,
  needs: Needs,
  rows: readonly { readonly bytes: number | undefined }[],
): boolean {
  const together = new Set([start]);
  for (const each of together)
    for (const need of [...needs.of(each), ...needs.earlier(each)]) if (isUnsent(need)) together.add(need);
  const bytes = [...together].reduce((sum, { id }) => sum + (rows[Number(id)]?.bytes ?? 0), 0);
  return together.size > MOST.items || bytes > MOST.bytes;
}
