import fc from 'fast-check';
import { isSettled, type ItemEvent, mayGiveUp, step } from '../../../client/queue.machine';
import { type ItemRow } from '../../../client/rows';

const ITEM: ItemRow = {
  ...{
    id: 'a',
    kind: 'note',
    input: { text: '一' },
    after: [],
    makes: ['a'],
    mentions: [],
    edits: [],
    chain: [],
  },
  ...{ state: 'WAITING', revision: 0, attempts: 0, unanswered: false, notBefore: 0, troubles: [] },
  recordedAt: 0,
};
const RELATIONS = { after: [], makes: ['a'], mentions: [], edits: [], chain: [] };

const revision = fc.nat(3);
const event: fc.Arbitrary<ItemEvent> = fc.oneof(
  fc.constant<ItemEvent>({ type: 'SENT' }),
  fc.record({
    ...{
      type: fc.constant('ANSWERED' as const),
      revision,
      answer: fc.constant({}),
      troubles: fc.constant([]),
    },
    ...{ status: fc.constantFrom('TAKEN' as const, 'CONFLICT' as const), at: fc.nat() },
  }),
  fc.record({ type: fc.constant('REFUSED' as const), revision, troubles: fc.constant([]) }),
  fc.record({
    ...{ type: fc.constant('POSTPONED' as const), revision, known: fc.boolean() },
    ...{ notBefore: fc.nat(), troubles: fc.constant([]) },
  }),
  fc.record({ type: fc.constant('LOST' as const), revision, notBefore: fc.nat(), troubles: fc.constant([]) }),
  fc.constant<ItemEvent>({ type: 'RETRIED' }),
  fc.constant<ItemEvent>({ type: 'MENDED', changes: { ...RELATIONS, input: { text: '二' } } }),
  fc.record({ type: fc.constant('GIVEN_UP' as const), at: fc.nat() }),
  fc.record({
    ...{ type: fc.constant('RESOLVED' as const), at: fc.nat() },
    choice: fc.constantFrom('MINE' as const, 'THEIRS' as const),
  }),
);

/** Whatever happens, in whichever order, as often as it likes. */
const always = (check: (before: ItemRow, after: ItemRow, event: ItemEvent) => void) => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let item = ITEM;
      for (const next of events) {
        const after = step(item, next);
        check(item, after, next);
        item = after;
      }
    }),
    { numRuns: 1_000 },
  );
};

describe('an item of the queue', () => {
  it('keeps what was entered until the server has it', () => {
    always((_before, after) => {
      if (after.state !== 'TAKEN' && after.state !== 'CONFLICT' && after.answer === undefined)
        expect(after.input).toBeDefined();
    });
  });

  it('leaves the queue by an answer or by a person’s hand, and comes back by none', () => {
    always((before, after, { type }) => {
      if (before.state === 'TAKEN') expect(after).toBe(before);
      if (!isSettled(before) && isSettled(after))
        expect(['ANSWERED', 'GIVEN_UP', 'RESOLVED']).toContain(type);
    });
  });

  it('is not given up while the server may have it unknown to us', () => {
    always((before, after, { type }) => {
      if (type !== 'GIVEN_UP' || after === before) return;
      expect(mayGiveUp(before)).toBe(true);
      expect(before.state === 'REFUSED' || !before.unanswered).toBe(true);
    });
  });

  it('does not forget a sending whose answer was lost because a later one was not worked on', () => {
    const sent = step(ITEM, { type: 'SENT' });
    const lost = step(sent, { type: 'LOST', revision: 0, notBefore: 0, troubles: [] });
    const again = step(step(lost, { type: 'SENT' }), {
      ...{ type: 'POSTPONED', revision: 0, known: false, notBefore: 0, troubles: [] },
    });
    expect(again).toMatchObject({ state: 'WAITING', unanswered: true });
    expect(step(again, { type: 'GIVEN_UP', at: 1 })).toBe(again);
    const told = step(again, { type: 'POSTPONED', revision: 0, known: true, notBefore: 0, troubles: [] });
    expect(step(told, { type: 'GIVEN_UP', at: 1 }).state).toBe('GIVEN_UP');
  });

  it('found being sent, by who comes after one that was killed, may have been taken', () => {
    expect(step(step(ITEM, { type: 'SENT' }), { type: 'SENT' })).toMatchObject({
      unanswered: true,
      attempts: 2,
    });
  });

  it('once mended takes no answer to what it was before', () => {
    const refused = step(step(ITEM, { type: 'SENT' }), { type: 'REFUSED', revision: 0, troubles: [] });
    const mended = step(refused, { type: 'MENDED', changes: { ...RELATIONS, input: { text: '二' } } });
    expect(mended).toMatchObject({ revision: 1, state: 'WAITING', input: { text: '二' } });
    for (const status of ['TAKEN', 'CONFLICT'] as const)
      expect(step(mended, { type: 'ANSWERED', revision: 0, status, answer: {}, troubles: [], at: 1 })).toBe(
        mended,
      );
    expect(step(mended, { type: 'REFUSED', revision: 0, troubles: [] })).toBe(mended);
  });
});
