import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { move, stepped, submitted } from '../applications';
import { moveCase, reportCase } from '../cases';
import { officer } from '../inspections';
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

/** An application at the step of the bureau, version 5; its id. */
const atDepartment = async (world: World) => {
  const id = await submitted(world, undefined, `${world.district}-SUBSIDY`);
  await move(world, world.actor('COMMUNITY_STAFF'), [id, 3], 'ACCEPT');
  await move(world, world.actor('STREET_STAFF'), [id, 4], 'FINISH_STEP');
  return id;
};

/** So many applications on the bureau's desk, as the stream would tell of them. */
const applicationsOnDesk = async (world: World, ids: readonly string[]) => {
  const { client, name: TableName } = world.foundation.table;
  const items = await Promise.all(
    ids.map((id) =>
      client.send(new GetCommand({ TableName, Key: { pk: `APPLICATION#${id}`, sk: 'APPLICATION' } })),
    ),
  );
  await world.services.deskNotes.observe(items.map(({ Item }) => ({ before: undefined, after: Item })));
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
  DeskApplications: {
    ...{ trips: 1, reads: 5, as: 'DEPARTMENT_STAFF', document: operations.DeskApplicationsDocument },
    caller: (world) => Promise.resolve(officer(world)),
    arrange: async (world) => {
      await stepped(world, world.bureau);
      const applications = [];
      for (let made = 0; made < 100; made += 1) applications.push(await atDepartment(world));
      await applicationsOnDesk(world, applications);
      return { first: 100 };
    },
  },
  DeskApplication: {
    ...{ trips: 2, reads: 2, as: 'DEPARTMENT_STAFF', document: operations.DeskApplicationDocument },
    caller: (world) => Promise.resolve(officer(world)),
    arrange: async (world) => {
      await stepped(world, world.bureau);
      return { id: await atDepartment(world) };
    },
  },
  MoveDeskApplication: {
    ...{ trips: 2, reads: 2, writes: 7, as: 'DEPARTMENT_STAFF' },
    document: operations.MoveDeskApplicationDocument,
    caller: (world) => Promise.resolve(officer(world)),
    arrange: async (world) => {
      await stepped(world, world.bureau);
      const application = await atDepartment(world);
      return { input: { id: newId(), application, expectedVersion: 5, move: 'APPROVE', text: '准予。' } };
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
