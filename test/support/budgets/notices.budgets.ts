import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { applicationInput, offeredIn, open } from '../applications';
import { reportCase } from '../cases';
import { slotOf } from '../evidence';
import { arrive, inDays, meetingInput, noticeInput, published } from '../notices';
import { home, livingIn } from '../residents';
import { appointed } from '../staff';
import { listed } from '../lists';
import { type World } from '../world';
import { type Budget } from './budget';

/** Fills the world with so many notices that are out: of its grid, community, street and district. */
async function fill(world: World, count: number): Promise<void> {
  const staff = world.actor('DISTRICT_STAFF');
  const areas = [world.community, world.grid, world.street, world.district];
  for (let made = 0; made < count; made += 1)
    await published(world, { areas: [areas[made % 4] ?? ''], title: '关于本周六停水检修的通知' }, staff);
}

/** So many slots for pictures. */
const slots = (count: number) => Array.from({ length: count }, () => slotOf(Buffer.from(newId())));

/** A notice whose pictures, as many as one may have, have all come. */
async function pictured(world: World): Promise<string> {
  const evidence = slots(9);
  const id = await published(world, { areas: [world.grid], evidence });
  for (const picture of evidence) await arrive(world, id, picture.id);
  return id;
}

const change = async (world: World) => ({
  ...{ id: newId(), expectedVersion: 1 },
  notice: await published(world, { areas: [world.grid], commentsOpen: true }),
});

/** What is made known. */
export const NOTICES_BUDGETS: Readonly<Record<string, Budget>> = {
  WorkerNotices: {
    // A Query each of community, street and district, and what they have read.
    ...{ trips: 1, reads: 4, as: 'GRID_WORKER', document: operations.WorkerNoticesDocument },
    arrange: async (world) => {
      await fill(world, 100);
      return { first: 100 };
    },
  },
  PortalNotices: {
    // The same, and who they are on file.
    ...{ trips: 1, reads: 4.5, as: 'RESIDENT', document: operations.PortalNoticesDocument },
    arrange: async (world) => {
      await fill(world, 100);
      return { first: 100 };
    },
  },
  PortalHome: {
    // My grid worker, what is out for me, my applications and my reports, all at once.
    ...{ trips: 1, reads: 4, as: 'RESIDENT', document: operations.PortalHomeDocument },
    arrange: async (world, caller) => {
      await fill(world, 40);
      for (let worker = 0; worker < 2; worker += 1)
        await appointed(world, { role: 'GRID_WORKER', area: world.grid });
      await listed(
        world,
        await Promise.all(Array.from({ length: 10 }, async () => (await reportCase(world, caller)).id)),
      );
      await livingIn(world, await home(world), { id: caller.id });
      const me = { ...world.actor('RESIDENT'), id: caller.id };
      const service = await offeredIn(world);
      for (let made = 0; made < 10; made += 1) await open(world, me, applicationInput(service));
      return {};
    },
  },
  WorkerNotice: {
    ...{ trips: 1, reads: 1, as: 'GRID_WORKER', document: operations.WorkerNoticeDocument },
    arrange: async (world) => ({ id: (await change(world)).notice }),
  },
  PortalNotice: {
    ...{ trips: 1, reads: 1.5, as: 'RESIDENT', document: operations.PortalNoticeDocument },
    arrange: async (world) => ({ id: (await change(world)).notice }),
  },
  PortalNoticeWithPictures: {
    // Nine pictures lie beside it, and make its Query longer.
    ...{ trips: 1, reads: 2, as: 'RESIDENT', document: operations.PortalNoticeDocument },
    arrange: async (world) => ({ id: await pictured(world) }),
  },
  NoticesOfArea: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.NoticesOfAreaDocument },
    arrange: async (world) => {
      for (let made = 0; made < 100; made += 1) await published(world);
      return { area: world.community, first: 100 };
    },
  },
  NoticePage: {
    // The notice, then who has read it: counts and workers.
    ...{ trips: 2, reads: 2, as: 'COMMUNITY_STAFF', document: operations.NoticePageDocument },
    arrange: async (world) => {
      const { notice } = await change(world);
      for (let done = 0; done < 3; done += 1)
        for (const role of ['RESIDENT', 'GRID_WORKER'] as const) {
          const reads = createCollectionReader(world.foundation.table);
          await world.services.noticeReceipts.confirm(world.actor(role), reads, notice);
        }
      return { id: notice };
    },
  },
  PublishNotice: {
    // Whether it was published before, its areas, how much room there is; then the notice with a row for its area.
    ...{ trips: 3, reads: 3, writes: 8, as: 'COMMUNITY_STAFF', document: operations.PublishNoticeDocument },
    arrange: (world) => ({ input: noticeInput(world) }),
  },
  PublishNoticeWithPictures: {
    // A slot for each picture, in the same transaction, with its place in two queues.
    ...{ trips: 3, reads: 3, writes: 60, as: 'COMMUNITY_STAFF', document: operations.PublishNoticeDocument },
    arrange: (world) => ({ input: noticeInput(world, { evidence: slots(9) }) }),
  },
  AnnounceMeeting: {
    ...{ trips: 3, reads: 3, writes: 8, as: 'GRID_WORKER', document: operations.AnnounceMeetingDocument },
    arrange: (world) => ({ input: meetingInput(world) }),
  },
  ChangeNotice: {
    // What it said until now is written beside it.
    ...{ trips: 2, reads: 2, writes: 8, as: 'COMMUNITY_STAFF', document: operations.ChangeNoticeDocument },
    arrange: async (world) => ({ input: { ...(await change(world)), title: '停水改期' } }),
  },
  ChangeNoticePictures: {
    ...{ trips: 2, reads: 4, writes: 26, as: 'COMMUNITY_STAFF', document: operations.ChangeNoticeDocument },
    arrange: async (world) => {
      const evidence = slots(9);
      const notice = await published(world, { areas: [world.grid], evidence });
      const withoutPictures = evidence.slice(0, 3).map(({ id }) => id);
      return { input: { id: newId(), notice, expectedVersion: 1, evidence: slots(3), withoutPictures } };
    },
  },
  WithdrawNotice: {
    ...{ trips: 2, reads: 2, writes: 8, as: 'COMMUNITY_STAFF', document: operations.WithdrawNoticeDocument },
    arrange: async (world) => ({ input: { ...(await change(world)), reason: '检修改期' } }),
  },
  MinuteMeeting: {
    ...{ trips: 2, reads: 2, writes: 8, as: 'GRID_WORKER', document: operations.MinuteMeetingDocument },
    arrange: async (world, caller) => {
      const meeting = { place: '一号院坝子', at: world.clock.now() };
      const more = { areas: [world.grid], kind: 'MEETING', meeting } as const;
      const notice = await published(
        world,
        { ...more, areas: [world.grid], until: inDays(world, 9) },
        caller,
      );
      return {
        input: { id: newId(), notice, expectedVersion: 1, meeting: { topics: ['院落停车'], present: 26 } },
      };
    },
  },
  ConfirmNotice: {
    // The notice; then what they have read; a transaction of that and of their name.
    ...{ trips: 3, reads: 3, writes: 4, as: 'GRID_WORKER', document: operations.ConfirmNoticeDocument },
    arrange: async (world) => ({ input: { notice: (await change(world)).notice } }),
  },
  ConfirmMyNotice: {
    // One read more, of the count; a transaction of that, of what they have read, and that they are counted.
    ...{ trips: 4, reads: 4, writes: 6, as: 'RESIDENT', document: operations.ConfirmMyNoticeDocument },
    arrange: async (world) => ({ input: { notice: (await change(world)).notice } }),
  },
  MarkNoticesSeen: {
    ...{ trips: 2, reads: 1, writes: 1, as: 'RESIDENT', document: operations.MarkNoticesSeenDocument },
    arrange: () => ({ input: {} }),
  },
  CommentOnNotice: {
    ...{ trips: 2, reads: 3, writes: 1, as: 'RESIDENT', document: operations.CommentOnNoticeDocument },
    arrange: async (world) => {
      const { notice } = await change(world);
      return { input: { id: newId(), notice, text: '几点来水？' } };
    },
  },
  HideNoticeComment: {
    ...{
      trips: 2,
      reads: 2,
      writes: 1,
      as: 'COMMUNITY_STAFF',
      document: operations.HideNoticeCommentDocument,
    },
    arrange: async (world) => {
      const [{ notice }, comment] = [await change(world), newId()];
      const reads = createCollectionReader(world.foundation.table);
      const said = { id: comment, notice, text: '几点来水？' };
      await world.services.noticeComments.add(world.actor('RESIDENT'), reads, said);
      return { input: { id: newId(), notice, comment, reason: '与公告无关' } };
    },
  },
};
