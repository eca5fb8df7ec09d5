import fc from 'fast-check';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { ChangeNoticeDocument, NoticePageDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { caredFor } from '../../support/care';
import { randomFrom } from '../../support/faults';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeNetwork } from '../../support/networks';
import { confirm, inDays, look, noticesOf, published } from '../../support/notices';
import { makeWorld, type World } from '../../support/world';

const DAY_MS = 86_400_000;

/** What the publisher is told of who has read a notice. */
async function receipts(world: World, publisher: Actor, id: string) {
  const { data } = await run(world, publisher, NoticePageDocument, { id });
  return {
    residents: data.notice?.receipts?.residents,
    areas: Object.fromEntries((data.notice?.receipts?.areas ?? []).map(({ area, count }) => [area, count])),
    workers: data.notice?.workerReads?.edges.map(({ node }) => node.name).sort(),
  };
}

describe('who has read a notice', () => {
  it('is told of residents as counts of each grid, of workers by name, each once', async () => {
    const { world } = await makeMemoryWorld();
    const publisher = world.actor('COMMUNITY_STAFF');
    const id = await published(world, {}, publisher);
    const [one, two, next] = [
      world.actor('RESIDENT'),
      world.actor('RESIDENT'),
      world.actor('RESIDENT', `${world.nextGrid}001`),
    ];
    const worker = world.actor('GRID_WORKER', undefined, '王芳');
    for (const somebody of [one, two, one, next, worker, worker])
      expect(await confirm(world, somebody, id)).toEqual([]);
    expect(await receipts(world, publisher, id)).toEqual({
      residents: 3,
      areas: { [world.grid]: 2, [world.nextGrid]: 1 },
      workers: ['王芳'],
    });
    expect(await confirm(world, world.actor('RESIDENT', `${world.foreignGrid}001`), id)).toEqual([
      'NOT_FOUND',
    ]);
    expect((await noticesOf(world, one)).rows).toMatchObject([{ id, read: true }]);
    expect((await noticesOf(world, world.actor('RESIDENT'))).rows).toMatchObject([{ id, read: false }]);
  });

  it('is counted by communities where it is for a street or for few, and not at all for a care tag', async () => {
    const world = await makeWorld();
    const street = world.actor('STREET_STAFF');
    const wide = await published(world, { areas: [world.street] }, street);
    await confirm(world, world.actor('RESIDENT'), wide);
    await confirm(world, world.actor('RESIDENT', `${world.foreignGrid}001`), wide);
    expect((await receipts(world, street, wide)).areas).toEqual({
      [world.community]: 1,
      [world.otherCommunity]: 1,
    });

    const publisher = world.actor('COMMUNITY_STAFF');
    const care = { audience: 'CARE_TAG', careKind: 'VETERAN' } as const;
    const quiet = await published(world, care, publisher);
    const tagged = { ...world.actor('RESIDENT'), id: (await caredFor(world, 'VETERAN')).resident };
    expect(await confirm(world, tagged, quiet)).toEqual([]);
    expect((await noticesOf(world, tagged)).rows.find(({ id }) => id === quiet)).toMatchObject({
      read: true,
    });
    const { data } = await run(world, publisher, NoticePageDocument, { id: quiet });
    expect(data.notice).toMatchObject({ receipts: null, workerReads: { edges: [] } });
  });

  it('leaves no trace of a resident: neither their id nor their name, in nothing that is kept', async () => {
    const { world, table } = await makeMemoryWorld();
    const id = await published(world, { urgent: true });
    const before = new Set(table.everything().map((item) => JSON.stringify(item)));
    const resident = world.actor('RESIDENT', undefined, '欧阳某某');
    await confirm(world, resident, id);
    await look(world, resident);
    const kept = table.everything().map((item) => JSON.stringify(item));
    const made = kept.filter((item) => !before.has(item));
    expect(made.length).toBe(3);
    for (const item of made) expect(item).not.toMatch(new RegExp(`${resident.id}|欧阳`));
    // Nor does anything that names the notice name a reader, or the other way round, but by the reader's own list.
    const ofNotice = made.filter((item) => item.includes(id));
    expect(ofNotice.map((item) => Object.keys(JSON.parse(item) as object).sort())).toEqual([
      ['__edb_e__', '__edb_v__', 'area', 'count', 'notice', 'part', 'pk', 'sk'],
    ]);
  });

  it('is exact over a network that loses requests and answers, with many at once', async () => {
    const { world, table } = await makeMemoryWorld();
    const publisher = world.actor('COMMUNITY_STAFF');
    const id = await published(world, {}, publisher);
    const residents = Array.from({ length: 6 }, () => world.actor('RESIDENT'));
    const begin = table.keep();
    let lost = 0;
    const persist = async (who: Actor) => {
      for (let attempt = 1; attempt <= 60; attempt += 1) {
        try {
          return await confirm(world, who, id);
        } catch {
          lost += 1;
        }
      }
      throw new Error('It never came to an end.');
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 10 }), fc.nat(), async (acts, seed) => {
        begin();
        const trouble = { lost: 0.08, unanswered: 0.08, repeated: 0.08, throttled: 0, held: 0.08 };
        table.goBy(makeNetwork(randomFrom(seed), trouble).way);
        await Promise.all(acts.map((who) => persist(residents[who]!)));
        table.goBy((_name, act) => Promise.resolve().then(act));
        expect((await receipts(world, publisher, id)).residents).toBe(new Set(acts).size);
      }),
      { numRuns: 60 },
    );
    expect(lost).toBeGreaterThan(20);
  });

  it('counts nobody twice whose notice was prolonged after they read it', async () => {
    const { world } = await makeMemoryWorld();
    const publisher = world.actor('COMMUNITY_STAFF');
    const id = await published(world, { until: inDays(world, 2) }, publisher);
    const resident = world.actor('RESIDENT');
    await confirm(world, resident, id);
    const input = { id: newId(), notice: id, expectedVersion: 1, until: inDays(world, 20).toISOString() };
    await run(world, publisher, ChangeNoticeDocument, { input });
    world.clock.advance(5 * DAY_MS);
    // Their own mark goes with the end it had; that they were counted does not.
    await confirm(world, resident, await published(world, {}, publisher));
    await confirm(world, resident, id);
    expect((await receipts(world, publisher, id)).residents).toBe(1);
    expect((await noticesOf(world, resident)).rows.find((row) => row.id === id)).toMatchObject({
      read: true,
    });
  });
});

describe('what is new to somebody', () => {
  it('is what has come out since the last look of all their devices, which never moves back', async () => {
    const { world } = await makeMemoryWorld();
    const resident = world.actor('RESIDENT');
    await published(world);
    await published(world);
    expect((await noticesOf(world, resident)).isNew).toBe(2);
    world.clock.advance(60_000);
    const early = world.clock.now();
    world.clock.advance(60_000);
    const late = world.clock.now();
    // The phone's look comes first, the tablet's, which was earlier, after it; a clock that is ahead counts as now.
    expect(await look(world, resident, late)).toBe(late.toISOString());
    expect(await look(world, resident, early)).toBe(late.toISOString());
    expect(await look(world, resident, inDays(world, 5))).toBe(late.toISOString());
    expect((await noticesOf(world, resident)).isNew).toBe(0);
    world.clock.advance(60_000);
    const id = await published(world);
    expect((await noticesOf(world, resident)).isNew).toBe(1);
    expect((await noticesOf(world, resident)).rows.filter((row) => row.isNew)).toMatchObject([{ id }]);
    expect((await noticesOf(world, world.actor('RESIDENT'))).isNew).toBe(3);
  });

  it('never moves back whatever devices say at once, over a network that loses', async () => {
    const { world, table } = await makeMemoryWorld();
    const resident = world.actor('RESIDENT');
    const begin = table.keep();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        async (ages, seed) => {
          begin();
          const trouble = { lost: 0.08, unanswered: 0.08, repeated: 0.08, throttled: 0, held: 0.08 };
          table.goBy(makeNetwork(randomFrom(seed), trouble).way);
          const at = (age: number) => new Date(world.clock.now().getTime() - age * 1000);
          await Promise.all(
            ages.map(async (age) => {
              for (let attempt = 1; attempt <= 60; attempt += 1) {
                const seen = await look(world, resident, at(age)).catch(() => undefined);
                if (seen == null) continue;
                expect(new Date(seen) >= at(age)).toBe(true);
                return;
              }
              throw new Error('It never came to an end.');
            }),
          );
          table.goBy((_name, act) => Promise.resolve().then(act));
          const last = at(Math.min(...ages)).toISOString();
          expect(await look(world, resident, at(2000))).toBe(last);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes with what is urgent and unread first, then the newest, and the rest page by page', async () => {
    const { world } = await makeMemoryWorld();
    const resident = world.actor('RESIDENT');
    const made: string[] = [];
    for (const urgent of [true, false, true, false]) {
      made.push(await published(world, { urgent }));
      world.clock.advance(60_000);
    }
    const [old, first, urgent, newest] = made;
    const order = async () => (await noticesOf(world, resident)).rows.map(({ id }) => id);
    expect(await order()).toEqual([urgent, old, newest, first]);
    await confirm(world, resident, urgent!);
    expect(await order()).toEqual([old, newest, urgent, first]);
  });
});
