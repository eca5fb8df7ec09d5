import { ChangeNoticeDocument, MinuteMeetingDocument } from '../../generated/operations';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  approved,
  carryOut,
  dayComes,
  newGrids,
  splitInput,
  strip,
  killedThroughout,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { codes } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { type MemoryTable } from '../../support/memory-table';
import { idsFor, inDays, meetingInput, noticesOf, pageOf, publish, published } from '../../support/notices';
import { type World } from '../../support/world';

describe('what is made known in a grid that is adjusted', () => {
  let world: World;
  let table: MemoryTable;
  beforeEach(async () => {
    ({ world, table } = await makeMemoryWorld());
  });

  const adjusts = async (input = splitInput(world)) => {
    await approved(world, input);
    dayComes(world);
    await carryOut(world);
  };
  /** The world's grid ends, and its courtyard goes to its neighbour. */
  const mergeInput = () =>
    splitInput(world, {
      grids: [
        {
          ...{ code: world.nextGrid, name: '第二网格', kind: 'GENERAL', datum: 'WGS84' },
          boundary: strip(world, 0, 4),
        },
      ],
      courtyards: [{ courtyard: world.courtyard, toGrid: world.nextGrid }],
    });
  const livesIn = (courtyard: string): Actor => ({ ...world.actor('RESIDENT', courtyard), id: newId() });

  it('reaches who lives and works in the new grids, where it is planned too', async () => {
    const [grid, courtyard] = [
      await published(world, { areas: [world.grid] }),
      await published(world, { areas: [world.courtyard] }),
    ];
    const planned = await published(world, { areas: [world.grid], from: inDays(world, 25) });
    await adjusts();
    const { east, west } = newGrids(world);
    const all = [grid, courtyard].sort();
    expect(await idsFor(world, livesIn(`${east}001`))).toEqual(all);
    expect(await idsFor(world, world.actor('GRID_WORKER', east))).toEqual(all);
    expect(await idsFor(world, world.actor('GRID_WORKER', west))).toEqual([grid]);
    expect(await idsFor(world, world.actor('GRID_WORKER'))).toEqual([]);
    world.clock.advance(6 * 24 * 3_600_000);
    expect(await idsFor(world, world.actor('GRID_WORKER', west))).toEqual([grid, planned].sort());
  });

  it('reaches of a grid that takes it over only who came with it', async () => {
    const notice = await published(world, { areas: [world.grid] });
    await adjusts(mergeInput());
    const came = livesIn(`${world.nextGrid}001`);
    expect(await idsFor(world, came)).toEqual([notice]);
    expect(await idsFor(world, world.actor('GRID_WORKER', world.nextGrid))).toEqual([notice]);
    expect(await idsFor(world, livesIn(`${world.nextGrid}009`))).toEqual([]);
  });

  it.each(['courtyard', 'grid'] as const)(
    'is minuted by whoever announced the meeting, in the grid where they work now, of a %s',
    async (of) => {
      const worker = world.actor('GRID_WORKER');
      const meeting = { place: '一号院坝子', at: inDays(world, 1).toISOString() };
      const { notice } = await publish(world, worker, meetingInput(world, { areas: [world[of]], meeting }));
      await adjusts();
      const now = { ...worker, appointments: world.actor('GRID_WORKER', newGrids(world).east).appointments };
      const input = {
        ...{ id: newId(), notice: notice!.id, expectedVersion: 2, decisions: ['按户编号'] },
        meeting: { topics: ['院落停车'], present: 26 },
      };
      const minuted = async (actor: Actor) =>
        codes((await run(world, actor, MinuteMeetingDocument, { input })).data.minuteMeeting);
      // Neither a colleague of theirs, nor they themselves where they work no more in a part of it.
      expect(await minuted({ ...now, id: newId() })).toEqual(['NOT_FOUND']);
      expect(
        await minuted({ ...now, appointments: world.actor('GRID_WORKER', world.nextGrid).appointments }),
      ).toEqual(['NOT_FOUND']);
      expect(await minuted(now)).toEqual([]);
    },
  );

  it('stays where it was once it is over', async () => {
    const until = inDays(world, 5);
    const over = await published(world, { areas: [world.grid], until });
    await adjusts();
    const rows = table.everything().filter(({ pk, sk }) => {
      return pk === `NOTICE#${over}` && String(sk).startsWith('AREA#');
    });
    expect(rows).toMatchObject([{ area: world.grid }]);
    expect(await pageOf(world, world.actor('GRID_WORKER', newGrids(world).east), over)).toBe('NOT_FOUND');
  });

  it('says what somebody changed in it at the same moment', async () => {
    const notice = await published(world, { areas: [world.grid] });
    await approved(world, splitInput(world));
    dayComes(world);
    const staff = world.actor('COMMUNITY_STAFF');
    let changed: readonly string[] | undefined;
    table.goBy(async (name, act, input) => {
      if (
        name.includes('Transact') &&
        JSON.stringify(input).includes(`NOTICE#${notice}`) &&
        changed === undefined
      ) {
        changed = [];
        const change = { id: newId(), notice, expectedVersion: 1, title: '停水改期通知' };
        const { data } = await run(world, staff, ChangeNoticeDocument, { input: change });
        changed = codes(data.changeNotice);
      }
      return act();
    });
    await carryOut(world);
    expect(changed).toEqual([]);
    const eastern = world.actor('GRID_WORKER', newGrids(world).east);
    expect((await noticesOf(world, eastern)).rows).toMatchObject([{ id: notice, title: '停水改期通知' }]);
    expect(await idsFor(world, world.actor('GRID_WORKER'))).toEqual([]);
  });

  it('comes to the same wherever the adjustment is killed', async () => {
    const notice = await published(world, { areas: [world.grid, world.nextGrid] });
    await approved(world, splitInput(world));
    dayComes(world);
    const kept = () =>
      table
        .everything()
        .filter(({ pk }) => pk === `NOTICE#${notice}`)
        .map((item) => JSON.stringify(item))
        .sort();
    expect(await killedThroughout(world, table, 'NOTICES#', kept)).toBeGreaterThan(6);
    // The notice, and its rows in both new grids and the one that it was also for.
    expect(kept()).toHaveLength(4);
  }, 60_000);
});
