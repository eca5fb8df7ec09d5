import { parse } from 'graphql';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { inDays, noticeInput, published } from '../notices';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** A notice of the world's grid that takes comments. */
const ofGrid = (world: World): Promise<string> =>
  published(world, { areas: [world.grid], commentsOpen: true });

/** A meeting of the world's grid that has begun. */
async function begun(world: World): Promise<string> {
  const meeting = { place: '一号院坝子', at: world.clock.now() };
  return published(world, { areas: [world.grid], kind: 'MEETING', meeting });
}

const change = (notice: string) => ({ id: newId(), notice, expectedVersion: 1 });

/** What is made known. */
export const NOTICES_ROWS: readonly MatrixRow[] = [
  { field: 'notices', document: operations.PortalNoticesDocument, variables: () => ({}) },
  { field: 'newNoticeCount', document: parse('{ newNoticeCount }'), variables: () => ({}) },
  {
    field: 'notice',
    document: operations.PortalNoticeDocument,
    variables: async (world) => ({ id: await ofGrid(world) }),
  },
  {
    field: 'urgentNotices',
    document: operations.UrgentNoticesDocument,
    live: { moment: 'OPENED', watch: () => undefined },
    variables: () => ({}),
  },
  {
    field: 'noticesOfArea',
    document: operations.NoticesOfAreaDocument,
    variables: ({ grid }) => ({ area: grid }),
  },
  {
    field: 'publishNotice',
    document: operations.PublishNoticeDocument,
    variables: (world) => {
      const meeting = { place: '一号院坝子', at: inDays(world, 1).toISOString() };
      return { input: noticeInput(world, { areas: [world.grid], kind: 'MEETING', meeting }) };
    },
  },
  {
    field: 'changeNotice',
    document: operations.ChangeNoticeDocument,
    variables: async (world) => ({ input: { ...change(await ofGrid(world)), title: '停水改期' } }),
  },
  {
    field: 'withdrawNotice',
    document: operations.WithdrawNoticeDocument,
    variables: async (world) => ({ input: { ...change(await ofGrid(world)), reason: '检修改期' } }),
  },
  {
    field: 'minuteMeeting',
    document: operations.MinuteMeetingDocument,
    variables: async (world) => ({
      input: { ...change(await begun(world)), meeting: { topics: ['院落停车'], present: 26 } },
    }),
  },
  {
    field: 'confirmNoticeRead',
    document: operations.ConfirmNoticeDocument,
    variables: async (world) => ({ input: { notice: await ofGrid(world) } }),
  },
  {
    field: 'markNoticesSeen',
    document: operations.MarkNoticesSeenDocument,
    variables: () => ({ input: {} }),
  },
  {
    field: 'commentOnNotice',
    document: operations.CommentOnNoticeDocument,
    variables: async (world) => ({ input: { id: newId(), notice: await ofGrid(world), text: '几点来水？' } }),
  },
  {
    field: 'hideNoticeComment',
    document: operations.HideNoticeCommentDocument,
    variables: async (world) => {
      const [notice, comment] = [await ofGrid(world), newId()];
      const reads = createCollectionReader(world.foundation.table);
      const input = { id: comment, notice, text: '几点来水？' };
      await world.services.noticeComments.add(world.actor('RESIDENT'), reads, input);
      return { input: { id: newId(), notice, comment, reason: '与公告无关' } };
    },
  },
];
