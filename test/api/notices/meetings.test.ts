import {
  CommentOnNoticeDocument,
  HideNoticeCommentDocument,
  MinuteMeetingDocument,
  PortalNoticeDocument,
} from '../../generated/operations';
import { type Actor } from '../../../src/auth/actor';
import { LogRepo } from '../../../src/modules/logs/log.repo';
import { LogWatchService } from '../../../src/modules/logs/log-watch.service';
import { businessDate } from '../../../src/shared/business-date';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { dayOf } from '../../support/logs';
import { codes } from '../../support/mediation';
import { makeMemoryWorld } from '../../support/memory-world';
import { inDays, meetingInput, publish, published } from '../../support/notices';
import { type World } from '../../support/world';

const DAY_MS = 86_400_000;

const say = async (world: World, actor: Actor, notice: string, text = '几点来水？', id = newId()) => {
  const { data } = await run(world, actor, CommentOnNoticeDocument, { input: { id, notice, text } });
  return data.commentOnNotice;
};
const commentsFor = async (world: World, actor: Actor, id: string) => {
  const { data } = await run(world, actor, PortalNoticeDocument, { id });
  return data.notice?.comments.map(({ text, hiding }) => [text, hiding?.reason ?? null]);
};

describe('a courtyard meeting', () => {
  it('is announced by the grid’s worker, minuted once it has begun, and its minutes stand on its notice', async () => {
    const { world } = await makeMemoryWorld();
    const worker = world.actor('GRID_WORKER');
    const { notice } = await publish(world, worker, meetingInput(world));
    const meeting = { topics: ['院落停车'], present: 26 };
    const rest = { decisions: ['按户编号'], text: '下月起试行' };
    const minutes = { ...meeting, ...rest };
    const input = { id: newId(), notice: notice!.id, expectedVersion: 1, meeting, ...rest };
    const minute = async (actor: Actor, more: object = {}) =>
      (await run(world, actor, MinuteMeetingDocument, { input: { ...input, ...more } })).data.minuteMeeting;
    expect(codes(await minute(worker))).toEqual(['MEETING_NOT_HELD']);
    world.clock.advance(DAY_MS);
    const first = await minute(worker);
    expect(first).toMatchObject({
      notice: { version: 2, minutes: { ...minutes, by: { name: worker.name } } },
    });
    expect(await minute(worker)).toEqual(first);
    expect(codes(await minute(worker, { meeting: { ...meeting, present: 27 } }))).toEqual(['CONFLICT']);
    expect(
      codes(await minute(worker, { id: newId(), expectedVersion: 2, meeting: { ...meeting, present: 0 } })),
    ).toEqual(['NUMBER_OUT_OF_RANGE']);
    expect(codes(await minute(world.actor('GRID_WORKER'), { id: newId(), expectedVersion: 2 }))).toEqual([
      'NOT_FOUND',
    ]);
    const { data } = await run(world, world.actor('RESIDENT'), PortalNoticeDocument, { id: notice!.id });
    expect(data.notice?.minutes).toMatchObject(minutes);
    const plain = await published(world, { areas: [world.grid] });
    const none = await minute(world.actor('COMMUNITY_STAFF'), { id: newId(), notice: plain });
    expect(codes(none)).toEqual(['NO_MEETING']);
  });
});

describe('the work log of whoever minutes a meeting', () => {
  it('has it on the day it was held, once, with nothing entered twice: the line names the notice', async () => {
    const { world, table } = await makeMemoryWorld();
    const changes = table.record();
    const worker = world.actor('GRID_WORKER');
    const { notice } = await publish(world, worker, meetingInput(world));
    world.clock.advance(2 * DAY_MS);
    const minute = async (expectedVersion: number, present: number) => {
      const input = {
        id: newId(),
        notice: notice!.id,
        expectedVersion,
        meeting: { topics: ['院落停车'], present },
      };
      return codes((await run(world, worker, MinuteMeetingDocument, { input })).data.minuteMeeting);
    };
    expect(await minute(1, 26)).toEqual([]);
    expect(await minute(2, 27)).toEqual([]);
    const watch = new LogWatchService(new LogRepo(world.foundation.table));
    // Told twice and in the wrong order, as a stream may be.
    await watch.observe([...changes].reverse());
    await watch.observe(changes);
    const day = businessDate(inDays(world, -1));
    const { items } = await dayOf(world, worker, day);
    expect(items).toMatchObject([
      { kind: 'MEETING_MINUTED', area: world.grid, record: { type: 'NOTICE', id: notice!.id } },
    ]);
    expect((await dayOf(world, worker)).items).toEqual([]);
  });
});

describe('comments on a notice', () => {
  it('are plain text of residents, whose names are masked, and of workers; only where it takes them', async () => {
    const { world } = await makeMemoryWorld();
    const resident = world.actor('RESIDENT', undefined, '彭晓丽');
    const off = await published(world);
    expect(codes(await say(world, resident, off))).toEqual(['COMMENTS_OFF']);
    const open = await published(world, { commentsOpen: true, until: inDays(world, 2) });
    const id = newId();
    const first = await say(world, resident, open, '<b>几点</b>来水？', id);
    expect(first.notice?.comments ?? []).toMatchObject([{ text: '<b>几点</b>来水？', by: { name: '彭**' } }]);
    expect(codes(await say(world, resident, open, '<b>几点</b>来水？', id))).toEqual([]);
    expect(codes(await say(world, resident, open, '别的', id))).toEqual(['CONFLICT']);
    expect(codes(await say(world, world.actor('GRID_WORKER'), open, '18 时恢复'))).toEqual([]);
    expect(await commentsFor(world, world.actor('RESIDENT'), open)).toHaveLength(2);
    expect(codes(await say(world, resident, open, '字'.repeat(301)))).toEqual(['TEXT_TOO_LONG']);
    expect(codes(await say(world, resident, open, '打 13800138000'))).toEqual(['NUMBER_IN_TEXT']);
    world.clock.advance(3 * DAY_MS);
    expect(codes(await say(world, resident, open, '结束后'))).toEqual(['COMMENTS_OFF']);
  });

  it('are hidden by staff of whoever said them, with a reason that only these see', async () => {
    const { world } = await makeMemoryWorld();
    const [author, staff] = [world.actor('RESIDENT'), world.actor('COMMUNITY_STAFF')];
    const notice = await published(
      world,
      { areas: [world.street], commentsOpen: true },
      world.actor('STREET_STAFF'),
    );
    const comment = newId();
    await say(world, author, notice, '广告', comment);
    const hide = async (actor: Actor, id = newId()) => {
      const input = { id, notice, comment, reason: '广告内容' };
      return codes((await run(world, actor, HideNoticeCommentDocument, { input })).data.hideNoticeComment);
    };
    expect(await hide(world.actor('COMMUNITY_STAFF', world.otherCommunity))).toEqual(['NOT_FOUND']);
    const request = newId();
    expect(await hide(staff, request)).toEqual([]);
    expect(await hide(staff, request)).toEqual([]);
    expect(await hide(world.actor('STREET_STAFF'))).toEqual(['CONFLICT']);
    expect(await commentsFor(world, world.actor('RESIDENT'), notice)).toEqual([]);
    expect(await commentsFor(world, author, notice)).toEqual([['广告', '广告内容']]);
    expect(await commentsFor(world, staff, notice)).toEqual([['广告', '广告内容']]);
  });
});
