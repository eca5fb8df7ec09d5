import fc from 'fast-check';
import { itemOf, lanesOf, type Mention, mentionsOf } from '../../../src/modules/field/field-batch.rules';
import { type FieldItemInput } from '../../../src/modules/field/field-item.input';
import { newId } from '../../../src/shared/ids';

const given = (more: object) => ({ after: [], ...more }) as unknown as FieldItemInput;

describe('an item of a batch', () => {
  const id = newId();
  const note = { id, text: '…' };

  it('is exactly one thing, whose request has its id', () => {
    expect(itemOf(given({ id, note }))).toEqual({ id, kind: 'NOTE', input: note, after: [] });
    expect(itemOf(given({ id }))).toBeUndefined();
    expect(itemOf(given({ id, note, case: { id } }))).toBeUndefined();
    expect(itemOf(given({ id: newId(), note }))).toBeUndefined();
    expect(itemOf(given({ id: 'x', note: { id: 'x' } }))).toBeUndefined();
  });

  it('has an id of its own where what it carries has none for the request', () => {
    expect(itemOf(given({ id, facility: { id: newId() } }))?.kind).toBe('FACILITY');
    expect(itemOf(given({ id, roundEnd: { round: newId() } }))?.kind).toBe('ROUND_END');
  });

  it('mentions every id in it, at any depth', () => {
    const [household, resident, before] = [newId(), newId(), newId()];
    const input: never = { id, household, met: [resident], parts: [{ note: { id: 'x' } }] } as never;
    const { mentions } = mentionsOf({ id, input, after: [before] });
    expect(mentions).toEqual(new Set([id, household, resident, before]));
  });
});

describe('the lanes of a batch', () => {
  /** Items named by numbers, each mentioning some others and some records. */
  const batches = fc
    .array(
      fc.record({
        items: fc.array(fc.nat(11), { maxLength: 3 }),
        records: fc.array(fc.nat(5), { maxLength: 2 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((all) =>
      all.map(({ items, records }, index): Mention => {
        const id = `i${String(index).padStart(2, '0')}`;
        const others = items
          .filter((other) => other < index)
          .map((other) => `i${String(other).padStart(2, '0')}`);
        return { id, mentions: new Set([id, ...others, ...records.map((record) => `r${record}`)]) };
      }),
    );

  it('hold every item once, and share no id between them', () => {
    fc.assert(
      fc.property(batches, (items) => {
        const lanes = lanesOf(items);
        expect(
          lanes
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(items.map(({ id }) => id));
        const used = lanes.map((lane) => new Set(lane.flatMap(({ mentions }) => [...mentions])));
        for (const [index, ids] of used.entries())
          for (const other of used.slice(index + 1)) for (const id of ids) expect(other.has(id)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('have each item after those it mentions, and are the same whatever the order in which they were sent', () => {
    const shuffled = batches.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    fc.assert(
      fc.property(shuffled, ([items, sent]) => {
        const lanes = lanesOf(sent);
        for (const lane of lanes)
          for (const [index, { mentions }] of lane.entries())
            for (const later of lane.slice(index + 1)) expect(mentions.has(later.id)).toBe(false);
        const named = (all: Mention[][]) => all.map((lane) => lane.map(({ id }) => id).join(' ')).sort();
        expect(named(lanes)).toEqual(named(lanesOf(items)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('put what mentions each other in the order in which it was made', () => {
    const both = new Set(['a', 'b']);
    const lanes = lanesOf([
      { id: 'b', mentions: both },
      { id: 'a', mentions: both },
    ]);
    expect(lanes.map((lane) => lane.map(({ id }) => id))).toEqual([['a', 'b']]);
  });
});
