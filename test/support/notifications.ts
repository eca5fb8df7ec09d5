import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor } from '../../src/auth/actor';
import { type Image } from '../../src/data/table-change';
import { stepsIn } from '../../src/modules/cases/case.events';
import {
  MarkNotificationsReadDocument,
  NotificationsDocument,
  type NotificationsQueryVariables,
} from '../generated/operations';
import { run } from './api';
import { type World } from './world';

/** The case as the table's stream tells of it. */
export async function imageOf({ foundation: { table } }: World, id: string): Promise<Image> {
  const key = { pk: `CASE#${id}`, sk: 'CASE' };
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key }));
  if (Item === undefined) throw new Error(`There is no case ${id}.`);
  return Item;
}

/** Tells of all that has happened to a case, as the stream would; gives the ids of what its reporter was notified of. */
export async function notified(world: World, id: string): Promise<string[]> {
  const after = await imageOf(world, id);
  await world.services.notificationSending.observe([{ before: undefined, after }]);
  return stepsIn(after).flatMap(({ at, move }, index) =>
    move === 'SOLVE' ? [`${String(Date.parse(at))}#${id}#${String(index + 1)}#DECIDED`] : [],
  );
}

/** What somebody is shown, with how much of it is unread. */
export async function inboxOf(world: World, actor: Actor, variables: NotificationsQueryVariables = {}) {
  const { data } = await run(world, actor, NotificationsDocument, variables);
  return {
    unread: data.unreadNotificationCount,
    rows: data.notifications?.edges.map(({ node }) => node) ?? [],
    page: data.notifications?.pageInfo,
  };
}

/** Marks as read. */
export async function markRead(world: World, actor: Actor, ids: readonly string[]) {
  const { data } = await run(world, actor, MarkNotificationsReadDocument, { input: { ids: [...ids] } });
  return data.markNotificationsRead;
}
