import * as operations from '../../generated/operations';
import { makeMove, reportCase } from '../cases';
import { notified } from '../notifications';
import { type Budget } from './budget';

/** What somebody is to know. */
export const NOTIFICATIONS_BUDGETS: Readonly<Record<string, Budget>> = {
  Notifications: {
    // Twenty notifications of twenty cases, and the count of what is unread.
    ...{ trips: 2, reads: 12.5, as: 'RESIDENT', document: operations.NotificationsDocument },
    arrange: async (world, caller) => {
      for (let count = 0; count < 20; count += 1) {
        const { id } = await reportCase(world, caller);
        await makeMove(world, world.actor('GRID_WORKER'), id, 'SOLVE');
        await notified(world, id);
      }
      return {};
    },
  },
  MyNotifications: {
    // Twenty notifications of twenty cases, and the count of what is unread.
    ...{ trips: 2, reads: 12.5, as: 'RESIDENT', document: operations.MyNotificationsDocument },
    arrange: async (world, caller) => {
      for (let count = 0; count < 20; count += 1) {
        const { id } = await reportCase(world, caller);
        await makeMove(world, world.actor('GRID_WORKER'), id, 'SOLVE');
        await notified(world, id);
      }
      return {};
    },
  },
  MarkNotificationsRead: {
    // Its item, and its place among the unread; both are looked at before.
    ...{ trips: 3, reads: 1, writes: 2, as: 'RESIDENT', document: operations.MarkNotificationsReadDocument },
    arrange: async (world, caller) => {
      const { id } = await reportCase(world, caller);
      await makeMove(world, world.actor('GRID_WORKER'), id, 'SOLVE');
      return { input: { ids: await notified(world, id) } };
    },
  },
};
