import { readArguments } from '../../../local/arguments';
import { forecast, itemsIn, progress } from '../../../local/seed/estimate';
import { planFor } from '../../../local/seed/size';

describe('what npm start may be told', () => {
  it.each([
    [[], { fresh: false, seed: undefined, inMemory: false }],
    [['--seed', 'small'], { fresh: false, seed: 'small', inMemory: false }],
    [['--seed=community', '--fresh'], { fresh: true, seed: 'community', inMemory: false }],
    [['--in-memory', '--seed', 'district'], { fresh: false, seed: 'district', inMemory: true }],
  ])('%j', (args, expected) => {
    expect(readArguments(args)).toEqual(expected);
  });

  it.each([
    [['--frsh'], /"--frsh".*Known are --fresh, --seed small\|community\|district and --in-memory/],
    [['district'], /"district".*Known are/],
    [['--seed', 'huge'], /--seed was given "huge"; it is one of small, community, district/],
    [['--seed'], /--seed was given nothing/],
    [['--seed', '--fresh'], /--seed was given "--fresh"/],
    [['-f'], /"-f".*Known are/],
  ])('not %j', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence);
  });
});

describe('what is said of a long seed', () => {
  const plan = planFor('district');

  it('tells how long it takes on disk and in memory, and offers the other way', () => {
    const items = itemsIn(plan);
    expect(Math.round(items / 1e5)).toBe(37);
    expect(forecast(items, { inMemory: false })).toMatch(
      /on disk: about 78 minutes.*goes on.*--in-memory it takes about 25/,
    );
    expect(forecast(items, { inMemory: true })).toMatch(
      /in memory: about 25 minutes.*gone when this ends.*about 78/,
    );
  });

  it('tells share, speed and time left, counted from where it was started', () => {
    const half = progress(plan, { grids: 428, items: 30_000, since: { grids: 400, ms: 10_000 } });
    expect(half).toMatch(/^50 %  428 of 855 grids  3000 items\/s  3 min left$/);
  });
});
