import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Image } from '../../src/data/table-change';
import { type CaseEventNote, caseEventsBy } from '../../src/modules/feed/case-event.events';
import { type World } from './world';

/** Follows the cases of a world as the table's stream would: each call gives the events of a case since the one before. */
export function followCases({
  foundation: { table },
}: World): (id: string) => Promise<readonly CaseEventNote[]> {
  const images = new Map<string, Image>();
  return async (id) => {
    const Key = { pk: `CASE#${id}`, sk: 'CASE' };
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
    );
    if (Item === undefined) throw new Error(`There is no case ${id}.`);
    const before = images.get(id);
    images.set(id, Item);
    return caseEventsBy({ before, after: Item });
  };
}

/** The last event of a case. */
export async function lastEventOf(world: World, id: string): Promise<CaseEventNote> {
  const last = (await followCases(world)(id)).at(-1);
  if (last === undefined) throw new Error(`Nothing has happened to ${id}.`);
  return last;
}
