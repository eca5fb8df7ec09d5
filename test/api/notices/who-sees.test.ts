import { NoticePageDocument, NoticesOfAreaDocument } from '../../generated/operations';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { run } from '../../support/api';
import { caredFor } from '../../support/care';
import { makeMemoryWorld } from '../../support/memory-world';
import { codes } from '../../support/mediation';
import {
  idsFor,
  inDays,
  neighbour,
  noticeInput,
  noticesOf,
  pageOf,
  publish,
  published,
} from '../../support/notices';
import { makeWorld } from '../../support/world';

const DAY_MS = 86_400_000;

describe('who is shown a notice', () => {
  it('is who lives or works where it is for, on every level, and nobody beside', async () => {
    const { world } = await makeMemoryWorld();
    const staff = world.actor('DISTRICT_STAFF');
    const of = async (area: string) => published(world, { areas: [area] }, staff);
    const [district, street, community, grid, courtyard, next, foreign] = [
      await of(world.district),
      await of(world.street),
      await of(world.community),
      await of(world.grid),
      await of(world.courtyard),
      await of(world.nextGrid),
      await of(world.otherCommunity),
    ];
    const above = [district, street, community];
    expect(await idsFor(world, world.actor('RESIDENT'))).toEqual([...above, grid, courtyard].sort());
    expect(await idsFor(world, world.actor('RESIDENT', `${world.nextGrid}001`))).toEqual(
      [...above, next].sort(),
    );
    // A worker explains what is made known anywhere in the grid.
    expect(await idsFor(world, world.actor('GRID_WORKER'))).toEqual([...above, grid, courtyard].sort());
    expect(await idsFor(world, world.actor('SECONDARY_WORKER'))).toEqual([...above, grid, courtyard].sort());
    expect(await idsFor(world, world.actor('COMMUNITY_STAFF'))).toEqual([...above].sort());
    expect(await idsFor(world, world.actor('STREET_STAFF'))).toEqual([district, street].sort());
    expect(await pageOf(world, world.actor('RESIDENT'), courtyard)).toBe('yes');
    expect(await pageOf(world, world.actor('RESIDENT'), foreign)).toBe('NOT_FOUND');
    expect(await pageOf(world, world.actor('RESIDENT', `${world.foreignGrid}001`), grid)).toBe('NOT_FOUND');
  });

  it('is whom it is for: workers, residents, and those registered elsewhere', async () => {
    const { world } = await makeMemoryWorld();
    const [floating, registered] = [await neighbour(world, { kind: 'FLOATING' }), await neighbour(world)];
    const worker = world.actor('GRID_WORKER');
    const [forAll, forResidents, forFloating, forWorkers] = [
      await published(world, { audience: 'ALL' }),
      await published(world, { audience: 'RESIDENTS' }),
      await published(world, { audience: 'FLOATING_RESIDENTS' }),
      await published(world, { audience: 'WORKERS' }),
    ];
    expect(await idsFor(world, floating)).toEqual([forAll, forResidents, forFloating].sort());
    expect(await idsFor(world, registered)).toEqual([forAll, forResidents].sort());
    expect(await idsFor(world, worker)).toEqual([forAll, forWorkers].sort());
    expect(await pageOf(world, registered, forFloating)).toBe('NOT_FOUND');
    expect(await pageOf(world, floating, forWorkers)).toBe('NOT_FOUND');
    // Who works there sees what is made known there, though it is not for them.
    expect(await pageOf(world, worker, forFloating)).toBe('yes');
    const both = {
      ...worker,
      appointments: [...worker.appointments, ...world.actor('RESIDENT').appointments],
    };
    expect(await idsFor(world, both)).toEqual([forAll, forResidents, forWorkers].sort());
  });

  it('is a question of the moment: neither before it is out, nor in a list once it is over or taken back', async () => {
    const { world } = await makeMemoryWorld();
    const [resident, staff] = [world.actor('RESIDENT'), world.actor('COMMUNITY_STAFF')];
    const id = await published(world, { from: inDays(world, 2), until: inDays(world, 4) }, staff);
    expect([await idsFor(world, resident), await pageOf(world, resident, id)]).toEqual([[], 'NOT_FOUND']);
    expect(await pageOf(world, staff, id)).toBe('yes');
    world.clock.advance(2 * DAY_MS - 1);
    expect(await idsFor(world, resident)).toEqual([]);
    world.clock.advance(1);
    expect([await idsFor(world, resident), await pageOf(world, resident, id)]).toEqual([[id], 'yes']);
    world.clock.advance(2 * DAY_MS - 1);
    expect(await idsFor(world, resident)).toEqual([id]);
    world.clock.advance(1);
    // Over: still to be read by who has its address, for instance the minutes of a meeting.
    expect([await idsFor(world, resident), await pageOf(world, resident, id)]).toEqual([[], 'yes']);
  });

  it('is told in lists of an area what is planned and out, and apart from that what is over', async () => {
    const { world } = await makeMemoryWorld();
    const staff = world.actor('COMMUNITY_STAFF');
    const brief = await published(world, { until: inDays(world, 1), areas: [world.grid, world.nextGrid] });
    const long = await published(world, { until: inDays(world, 9) });
    const planned = await published(world, { from: inDays(world, 3), until: inDays(world, 5) });
    world.clock.advance(2 * DAY_MS);
    const states = async (area: string, over: boolean) => {
      const { data } = await run(world, staff, NoticesOfAreaDocument, { area, over });
      return data.noticesOfArea?.edges.map(({ node }) => `${node.id} ${node.state}`);
    };
    expect(await states(world.community, false)).toEqual([`${long} OUT`, `${planned} PLANNED`]);
    // A notice of two grids of the community is there once.
    expect(await states(world.community, true)).toEqual([`${brief} OVER`]);
    expect(await states(world.nextGrid, true)).toEqual([`${brief} OVER`]);
    expect(await states(world.nextGrid, false)).toEqual([]);
  });
});

describe('a notice for people with a care tag', () => {
  it('is an ordinary notice to who has the tag, and nothing to anybody else: no list, page, count or comment', async () => {
    const world = await makeWorld();
    const { resident } = await caredFor(world, 'ELDERLY_ALONE');
    const tagged = { ...world.actor('RESIDENT'), id: resident };
    const other = { ...world.actor('RESIDENT'), id: (await caredFor(world, 'VETERAN')).resident };
    const publisher = world.actor('COMMUNITY_STAFF');
    const more = { audience: 'CARE_TAG', careKind: 'ELDERLY_ALONE' } as const;
    const id = await published(world, more, publisher);
    const ordinary = await published(world, {}, publisher);

    const onFile = () => createCollectionReader(world.foundation.table).read(`RESIDENT#${resident}`);
    const before = await onFile();
    const mine = (await noticesOf(world, tagged)).rows;
    expect(mine.map((row) => row.id).sort()).toEqual([id, ordinary].sort());
    const shape = (which: string) => {
      return { ...mine.find((row) => row.id === which)!, id: '' };
    };
    expect(shape(id)).toEqual(shape(ordinary));
    const whole = async (which: string) => {
      const { data } = await run(world, tagged, NoticePageDocument, { id: which });
      return { ...data.notice, id: '', title: '' };
    };
    expect(await whole(id)).toEqual(await whole(ordinary));

    // Reading one's own tags is no access of anybody, and leaves no record.
    expect(await onFile()).toEqual(before);

    const others = [
      other,
      world.actor('RESIDENT'),
      ...(['GRID_WORKER', 'SECONDARY_WORKER', 'COMMUNITY_STAFF', 'STREET_STAFF'] as const).map((role) =>
        world.actor(role),
      ),
    ];
    for (const somebody of others) {
      expect(await pageOf(world, somebody, id)).toBe('NOT_FOUND');
      expect(await idsFor(world, somebody)).not.toContain(id);
    }
    const colleague = await run(world, world.actor('COMMUNITY_STAFF'), NoticesOfAreaDocument, {});
    expect(colleague.data.noticesOfArea?.edges.map(({ node }) => node.id)).toEqual([ordinary]);
    const own = await run(world, publisher, NoticePageDocument, { id });
    expect(own.data.notice).toMatchObject({
      audience: 'CARE_TAG',
      careKind: 'ELDERLY_ALONE',
      receipts: null,
    });
  });

  it('is of who may set such tags there, is not urgent, takes no comments and is no meeting', async () => {
    const { world } = await makeMemoryWorld();
    const care = { audience: 'CARE_TAG', careKind: 'VETERAN' } as const;
    const by = async (role: 'COMMUNITY_STAFF' | 'STREET_STAFF', more: object) =>
      codes(await publish(world, world.actor(role), noticeInput(world, { ...care, ...more })));
    expect(await by('STREET_STAFF', {})).toEqual(['NOTICE_NOT_YOURS']);
    expect(await by('COMMUNITY_STAFF', { urgent: true })).toEqual(['CARE_NOTICE_PLAIN']);
    expect(await by('COMMUNITY_STAFF', { commentsOpen: true })).toEqual(['CARE_NOTICE_PLAIN']);
    expect(await by('COMMUNITY_STAFF', { careKind: null })).toEqual(['NOTICE_AUDIENCE_INVALID']);
    expect(await by('COMMUNITY_STAFF', {})).toEqual([]);
  });
});
