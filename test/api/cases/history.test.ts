import { createHash } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type CasePageQuery } from '../../generated/operations';
import { casePage, makeMove, moveCase, reportCase } from '../../support/cases';
import { makeWorld, type World } from '../../support/world';

type Page = NonNullable<CasePageQuery['case']>;

const hashOf = (list: readonly unknown[]) => createHash('sha256').update(JSON.stringify(list)).digest('hex');

/** The links as docs/cases.md says how to make them, of nothing but what the page shows. */
function linksAsDocumented(page: Page): string[] {
  const { text, category, area, address, point } = page;
  const place = [area, address, point?.latitude ?? null, point?.longitude ?? null];
  const links = [hashOf([text, category.code, 1, ...place])];
  for (const { id, kind, at, by, text: why, holder, dueAt, supervisor, until, score } of page.timeline) {
    const shown = [id, kind, at, by.id, by.name, by.role, why, holder?.code ?? null, holder?.name ?? null];
    links.push(hashOf([links.at(-1), ...shown, dueAt, supervisor?.code ?? null, until, score]));
  }
  return links.slice(1);
}

describe('the history of a case', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  const lived = async () => {
    const { id } = await reportCase(world, world.actor('STREET_STAFF'));
    await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
    await moveCase(world, world.actor('DEPARTMENT_STAFF'), id, 'accept');
    await makeMove(world, world.actor('STREET_STAFF'), id, 'SUPERVISE');
    return id;
  };

  it('can be verified by anybody who sees the case, from what they see', async () => {
    const page = await casePage(world, world.actor('GRID_WORKER'), await lived());
    expect(page.historyIntact).toBe(true);
    expect(page.timeline.map(({ link }) => link)).toEqual(linksAsDocumented(page));
  });

  it('shows for ever that somebody changed it in the database, also after further moves', async () => {
    const id = await lived();
    const before = await casePage(world, world.actor('STREET_STAFF'), id);
    const { table } = world.foundation;
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `CASE#${id}`, sk: 'CASE' },
        UpdateExpression: 'SET #steps[0].#at = :at',
        ExpressionAttributeNames: { '#steps': 'steps', '#at': 'at' },
        ExpressionAttributeValues: { ':at': '2026-05-12T00:00:00.000Z' },
      }),
    );
    const after = await casePage(world, world.actor('STREET_STAFF'), id);
    expect(after.historyIntact).toBe(false);
    expect(after.timeline.at(-1)?.link).not.toBe(before.timeline.at(-1)?.link);
    await makeMove(world, world.actor('STREET_STAFF'), id, 'SUPERVISE');
    expect((await casePage(world, world.actor('STREET_STAFF'), id)).historyIntact).toBe(false);
  });
});
