import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { OVERLAP_MS } from '../../../src/modules/changes/change-turn.rules';
import { decodePosition, encodePosition } from '../../../src/modules/feed/feed-cursor.rules';
import { pathOf } from '../../../src/shared/area-code';
import { FeedModel, Screen } from '../../support/feed-model';
import { TechnicalError } from '../../../src/shared/errors';

const STREET = '510108008';
const GRIDS = [`${STREET}001001`, `${STREET}001002`, `${STREET}002001`] as const;
const STAFF: Actor = { id: 'staff', name: '', appointments: [{ role: 'STREET_STAFF', area: STREET }] };
const SECOND = 1_000;

type Step = (world: { model: FeedModel; screen: Screen }) => void | Promise<void>;

const cases = Array.from({ length: 4 }, (_none, index) => `00000000-0000-7000-8000-00000000000${index}`);
const page = fc.integer({ min: 1, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...cases).map((id): Step => ({ model }) => {
      model.move(id, pathOf(GRIDS[Number(id.at(-1)) % GRIDS.length] ?? ''));
    }),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.subarray(cases), fc.nat(8)).map(
      ([picked, broken]): Step =>
        ({ model, screen }) =>
          model.stream(
            (id) => picked.includes(id),
            broken,
            (event) => {
              screen.hear(event);
            },
          ),
    ),
  },
  // The connection is cut, or made again.
  {
    weight: 2,
    arbitrary: fc.boolean().map((isWatching): Step => ({ screen }) => {
      screen.isWatching = isWatching;
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(page, fc.integer({ min: 1, max: 3 })).map(
      ([first, pages]): Step =>
        ({ screen }) =>
          screen.catchUp(first, pages),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, SECOND, 20 * SECOND, 3_600 * SECOND).map((ms): Step => ({ model }) => {
      model.now += ms;
    }),
  },
  // The clock of another container.
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, SECOND, 10 * SECOND).map((lag): Step => ({ model }) => {
      model.lag = lag;
    }),
  },
);

describe('feed and catch-up', () => {
  it('come to the history exactly, wherever connections, batches and pages are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), page, async (steps, first) => {
        const model = new FeedModel();
        const screen = new Screen(model, STAFF, STREET);
        await screen.catchUp(first);
        for (const each of steps) await each({ model, screen });
        // In the end it watches again, and asks as the documentation says: at once, and half a minute later.
        screen.isWatching = true;
        await screen.catchUp(first);
        await model.stream(
          () => true,
          0,
          (event) => {
            screen.hear(event);
          },
        );
        model.now += OVERLAP_MS;
        await screen.catchUp(first);
        expect([...screen.told.keys()].sort()).toEqual(model.history().sort());
      }),
      { numRuns: 1_500 },
    );
  }, 120_000);

  it('tell what was noted late by a clock that is behind', async () => {
    const model = new FeedModel();
    const screen = new Screen(model, STAFF, STREET);
    await screen.catchUp(10);
    model.now += 3_600 * SECOND;
    await screen.catchUp(10);
    model.lag = 10 * SECOND;
    const [id = ''] = cases;
    model.move(id, pathOf(GRIDS[0]));
    await model.stream(
      () => true,
      0,
      () => undefined,
    );
    await screen.catchUp(10);
    expect([...screen.told.keys()]).toEqual([`${id}#1`]);
  });

  it('tell nobody of an area that is not theirs', async () => {
    const model = new FeedModel();
    await expect(model.service.since(STAFF, { area: '510108009', first: 10 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(model.service.since(STAFF, { area: STREET, first: 101 })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('the cursor of a feed', () => {
  const now = new Date(Date.UTC(2026, 4, 12));
  const ms = now.getTime();

  it('comes back as it was', () => {
    for (const position of [
      { area: STREET, from: ms },
      { area: STREET, from: ms - 5, until: ms, after: `${ms}#${cases[0] ?? ''}#12` },
    ])
      expect(decodePosition(encodePosition(position), STREET, now)).toEqual(position);
  });

  it.each([
    ['is none', 'hello'],
    ['is of another area', encodePosition({ area: '510108009', from: ms })],
    ['is older than events are kept', encodePosition({ area: STREET, from: ms - 91 * 86_400_000 })],
    ['is of a time to come', encodePosition({ area: STREET, from: ms + 600_000 })],
    ['runs backwards', encodePosition({ area: STREET, from: ms, until: ms - 1 })],
    ['goes on after what is no turn', encodePosition({ area: STREET, from: ms, until: ms, after: '~' })],
    ['is long', 'W'.repeat(1_000)],
  ])('is refused where it %s', (_what, cursor) => {
    expect(() => decodePosition(cursor, STREET, now)).toThrow(new TechnicalError('CURSOR_INVALID'));
  });
});
