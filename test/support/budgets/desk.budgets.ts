import * as operations from '../../generated/operations';
import { moveCase, reportCase } from '../cases';
import { imageOf } from '../notifications';
import { type World } from '../world';
import { type Budget } from './budget';

/** So many cases on the office's desk, as the stream would tell of them. */
const onDesk = async (world: World, count: number) => {
  const [street, ids] = [world.actor('STREET_STAFF'), [] as string[]];
  for (let made = 0; made < count; made += 1) {
    const { id } = await reportCase(world, street);
    await moveCase(world, street, id, 'dispatch');
    ids.push(id);
  }
  const images = await Promise.all(ids.map((id) => imageOf(world, id)));
  await world.services.deskNotes.observe(images.map((after) => ({ before: undefined, after })));
};

/** What one holds, on a map and in a plan. */
export const DESK_BUDGETS: Readonly<Record<string, Budget>> = {
  DeskMap: {
    // A hundred cases of 230 bytes; beside them what can be taken on.
    ...{ trips: 1, reads: 3.5, as: 'DEPARTMENT_STAFF', document: operations.DeskMapDocument },
    arrange: async (world) => {
      await onDesk(world, 100);
      return {};
    },
  },
  DayPlan: {
    ...{ trips: 1, reads: 1.5, as: 'DEPARTMENT_STAFF', document: operations.DayPlanDocument },
    arrange: async (world) => {
      await onDesk(world, 50);
      return { officers: 8, each: 6 };
    },
  },
};
