import fc from 'fast-check';
import {
  ChangeNoticeDocument,
  NoticePageDocument,
  PortalNoticeDocument,
  WithdrawNoticeDocument,
} from '../../generated/operations';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { codes } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { idsFor, inDays, meetingInput, noticeInput, pageOf, publish, published } from '../../support/notices';

const DAY_MS = 86_400_000;

describe('publishing a notice', () => {
  it('may be repeated, and with other content it is a conflict', async () => {
    const { world } = await makeMemoryWorld();
    const by = world.actor('COMMUNITY_STAFF');
    const input = noticeInput(world, { areas: [world.grid, world.nextGrid] });
    const first = await publish(world, by, input);
    expect(first).toMatchObject({
      notice: { version: 1, state: 'OUT', areas: [world.grid, world.nextGrid] },
    });
    expect(await publish(world, by, input)).toEqual(first);
    expect(codes(await publish(world, by, { ...input, text: '改到周日。' }))).toEqual(['CONFLICT']);
    expect(codes(await publish(world, world.actor('COMMUNITY_STAFF'), input))).toEqual(['CONFLICT']);
    // Also when its time is over, and nothing like it could be published.
    world.clock.advance(40 * DAY_MS);
    expect((await publish(world, by, input)).notice).toMatchObject({ id: input.id, state: 'OVER' });
  });

  it('is of staff for areas of their own, and of a grid worker for meetings of the grid', async () => {
    const { world } = await makeMemoryWorld();
    const worker = world.actor('GRID_WORKER');
    const by = async (actor: typeof worker, more: object) =>
      codes(await publish(world, actor, noticeInput(world, more)));
    expect(await by(worker, { areas: [world.grid] })).toEqual(['NOTICE_NOT_YOURS']);
    expect(codes(await publish(world, worker, meetingInput(world)))).toEqual([]);
    expect(codes(await publish(world, worker, meetingInput(world, { areas: [world.nextGrid] })))).toEqual([
      'OUT_OF_AREA',
    ]);
    const community = world.actor('COMMUNITY_STAFF');
    expect(await by(community, { areas: [world.grid, world.foreignGrid] })).toEqual(['OUT_OF_AREA']);
    expect(await by(community, { areas: [world.community, world.grid] })).toEqual(['NOTICE_AREAS_INVALID']);
    expect(await by(community, { areas: [world.grid, world.grid] })).toEqual(['NOTICE_AREAS_INVALID']);
    expect(await by(community, { areas: [`${world.community}999`] })).toEqual(['NOTICE_AREAS_INVALID']);
    expect(await by(community, { areas: [] })).toEqual(['NOTICE_AREAS_INVALID']);
    expect(await by(community, { until: inDays(world, 400).toISOString() })).toEqual([
      'NOTICE_TIMES_INVALID',
    ]);
    expect(await by(community, { until: inDays(world, -1).toISOString() })).toEqual(['NOTICE_TIMES_INVALID']);
    expect(await by(community, { kind: 'MEETING' })).toEqual(['NOTICE_MEETING_INVALID']);
    expect(codes(await publish(world, community, meetingInput(world, { kind: 'NOTICE' })))).toEqual([
      'NOTICE_MEETING_INVALID',
    ]);
  });

  it('keeps text as text, whatever is in it, and refuses what is none', async () => {
    const { world } = await makeMemoryWorld();
    const by = world.actor('COMMUNITY_STAFF');
    const resident = world.actor('RESIDENT');
    const markup = fc.constantFrom(
      ...[
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '[x](javascript:alert(1))',
        '"><svg/onload=1>',
      ],
      ...['${7*7}', "'; DROP TABLE notices; --", '＜b＞', '&lt;b&gt;', '\u{1F4A5}', '第一行\n第二行'],
    );
    await fc.assert(
      fc.asyncProperty(
        markup,
        fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
        async (hostile, noise) => {
          const text = `${hostile}${noise.replaceAll(/\d/g, '')}`.trim();
          const answer = await publish(world, by, noticeInput(world, { text, areas: [world.courtyard] }));
          expect(codes(answer)).toEqual([]);
          const { data } = await run(world, resident, PortalNoticeDocument, { id: answer.notice!.id });
          expect(data.notice?.text).toBe(text);
          const ended = { id: newId(), notice: answer.notice!.id, expectedVersion: 1, reason: '试验' };
          await run(world, by, WithdrawNoticeDocument, { input: ended });
        },
      ),
      { numRuns: 30 },
    );
    const said = async (more: object) => codes(await publish(world, by, noticeInput(world, more)));
    expect(await said({ text: 'a\u0000b' })).toEqual(['NOTICE_TEXT_INVALID']);
    expect(await said({ text: 'a\u202Eb' })).toEqual(['NOTICE_TEXT_INVALID']);
    expect(await said({ title: '一\n二' })).toEqual(['NOTICE_TEXT_INVALID']);
    expect(await said({ text: '　 ' })).toEqual(['TEXT_REQUIRED']);
    expect(await said({ text: '字'.repeat(2001) })).toEqual(['TEXT_TOO_LONG']);
    expect(await said({ text: '请联系 13800138000' })).toEqual(['NUMBER_IN_TEXT']);
  });

  it('ends where there are a hundred already, so that everybody’s list stays short', async () => {
    const { world } = await makeMemoryWorld();
    for (let made = 0; made < 100; made += 1) await published(world, { until: inDays(world, 2) });
    const by = world.actor('COMMUNITY_STAFF');
    expect(codes(await publish(world, by, noticeInput(world)))).toEqual(['TOO_MANY_NOTICES']);
    world.clock.advance(2 * DAY_MS);
    expect(codes(await publish(world, by, noticeInput(world)))).toEqual([]);
  });
});

describe('a notice that is out', () => {
  it('can be changed, and keeps what it said before for who may change it', async () => {
    const { world } = await makeMemoryWorld();
    const by = world.actor('COMMUNITY_STAFF');
    const id = await published(world, {}, by);
    const change = (more: object) => ({ input: { id: newId(), notice: id, expectedVersion: 1, ...more } });
    const input = change({ title: '停水改期', urgent: true, until: inDays(world, 3).toISOString() });
    const first = await run(world, by, ChangeNoticeDocument, input);
    expect(first.data.changeNotice.notice).toMatchObject({ version: 2, title: '停水改期', urgent: true });
    expect((await run(world, by, ChangeNoticeDocument, input)).data).toEqual(first.data);
    const late = await run(
      world,
      world.actor('STREET_STAFF'),
      ChangeNoticeDocument,
      change({ title: '旧的' }),
    );
    expect(codes(late.data.changeNotice)).toEqual(['CONFLICT']);
    const moved = change({ expectedVersion: 2, from: inDays(world, 1).toISOString() });
    expect(codes((await run(world, by, ChangeNoticeDocument, moved)).data.changeNotice)).toEqual([
      'NOTICE_CLOSED',
    ]);
    const page = await run(world, by, NoticePageDocument, { id });
    expect(page.data.notice?.history).toMatchObject([{ version: 1, title: '停水检修通知', urgent: false }]);
    const other = await run(world, world.actor('GRID_WORKER'), NoticePageDocument, { id });
    expect(other.data.notice).toMatchObject({
      title: '停水改期',
      history: null,
      receipts: null,
      workerReads: null,
    });
    world.clock.advance(4 * DAY_MS);
    const over = change({ expectedVersion: 2, title: '太晚' });
    expect(codes((await run(world, by, ChangeNoticeDocument, over)).data.changeNotice)).toEqual([
      'NOTICE_CLOSED',
    ]);
  });

  it('can be taken back with a reason: gone for whoever it was for, and staff see why', async () => {
    const { world } = await makeMemoryWorld();
    const [by, resident] = [world.actor('COMMUNITY_STAFF'), world.actor('RESIDENT')];
    const id = await published(world, {}, by);
    expect(await idsFor(world, resident)).toEqual([id]);
    const input = { id: newId(), notice: id, expectedVersion: 1, reason: '检修改期' };
    const first = await run(world, by, WithdrawNoticeDocument, { input });
    expect(first.data.withdrawNotice.notice).toMatchObject({
      state: 'WITHDRAWN',
      withdrawal: { reason: '检修改期' },
    });
    expect((await run(world, by, WithdrawNoticeDocument, { input })).data).toEqual(first.data);
    expect([await idsFor(world, resident), await pageOf(world, resident, id)]).toEqual([[], 'NOT_FOUND']);
    expect(await pageOf(world, world.actor('GRID_WORKER'), id)).toBe('NOT_FOUND');
    expect(await pageOf(world, world.actor('STREET_STAFF'), id)).toBe('yes');
    const again = { input: { ...input, id: newId(), expectedVersion: 2 } };
    expect(codes((await run(world, by, WithdrawNoticeDocument, again)).data.withdrawNotice)).toEqual([
      'NOTICE_CLOSED',
    ]);
  });
});
