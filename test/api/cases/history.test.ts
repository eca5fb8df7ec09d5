import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { HISTORY, linksAgain, type ToldCase } from '../../../local/case-history';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { casePage, makeMove, moveCase, reportCase, slotInput } from '../../support/cases';
import { makeWorld, type World } from '../../support/world';

describe('the history of a case', () => {
  let world: World;
  let [street, office]: Actor[] = [];
  beforeAll(async () => {
    world = await makeWorld();
    street = world.actor('STREET_STAFF');
    office = world.actor('DEPARTMENT_STAFF');
  });

  const by = (actor: Actor | undefined) => actor!;
  const moved = async (
    actor: Actor | undefined,
    id: string,
    move: Parameters<typeof makeMove>[3],
    more: Parameters<typeof makeMove>[4] = {},
  ) => {
    world.clock.advance(61_000);
    expect((await makeMove(world, by(actor), id, move, more)).userErrors).toEqual([]);
  };
  const told = async (id: string, actor = street): Promise<ToldCase> => {
    const { data, errors } = await run<{ case: ToldCase }, { id: string }>(
      world,
      by(actor),
      HISTORY,
      { id },
      'en',
    );
    expect(errors).toEqual([]);
    return data.case;
  };
  const expectRemade = async (id: string, kinds: readonly string[]) => {
    const found = await told(id);
    expect(found.timeline.map(({ kind }) => kind)).toEqual(kinds);
    expect(linksAgain(found)).toEqual(found.timeline.map(({ link }) => link));
  };

  const lived = async () => {
    const { id } = await reportCase(world, world.actor('STREET_STAFF'));
    await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
    await moveCase(world, world.actor('DEPARTMENT_STAFF'), id, 'accept');
    await makeMove(world, world.actor('STREET_STAFF'), id, 'SUPERVISE');
    return id;
  };

  it('can be verified by anybody who sees the case, from what they see', async () => {
    const id = await lived();
    expect((await casePage(world, world.actor('GRID_WORKER'), id)).historyIntact).toBe(true);
    const found = await told(id, world.actor('GRID_WORKER'));
    expect(found.timeline.map(({ link }) => link)).toEqual(linksAgain(found));
  });

  it('shows for ever that somebody changed it in the database, also after further moves', async () => {
    const id = await lived();
    const before = await casePage(world, world.actor('STREET_STAFF'), id);
    const { table } = world.foundation;
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `CASE#${id}`, sk: 'CASE' },
        // The time of the first step after the report; see `case-steps.row`.
        UpdateExpression: 'SET #steps[0][2] = :at',
        ExpressionAttributeNames: { '#steps': 'steps' },
        ExpressionAttributeValues: { ':at': Date.parse('2026-05-12T00:00:00.000Z') },
      }),
    );
    const after = await casePage(world, world.actor('STREET_STAFF'), id);
    expect(after.historyIntact).toBe(false);
    expect(after.timeline.at(-1)?.link).not.toBe(before.timeline.at(-1)?.link);
    await makeMove(world, world.actor('STREET_STAFF'), id, 'SUPERVISE');
    expect((await casePage(world, world.actor('STREET_STAFF'), id)).historyIntact).toBe(false);
  });

  it('can be made again, link by link, of nothing but what the API tells', async () => {
    const place = { area: world.grid };
    const ticket = { source: 'HOTLINE' as const, reference: 'CD-2026-0001', urgency: 'NORMAL' as const };
    const { id } = await reportCase(world, by(street), { ...ticket, place });
    const { id: twice } = await reportCase(world, by(street));
    await moved(street, twice, 'MERGE', { into: id });
    const part = { id: newId(), department: world.bureau, text: '核查排放' };
    await moved(street, id, 'SPLIT', { department: world.office, parts: [part] });
    await moved(street, part.id, 'WITHDRAW');
    await moved(street, part.id, 'SOLVE');
    await moved(office, id, 'ACCEPT');
    const until = new Date(world.clock.now().getTime() + 20 * 86_400_000).toISOString();
    await moved(office, id, 'ASK_EXTENSION', { until });
    await moved(street, id, 'GRANT_EXTENSION');
    await moved(world.actor('DISTRICT_STAFF'), id, 'SUPERVISE');
    await moved(office, id, 'REPORT_BACK', { evidence: [slotInput('AFTER')] });
    await expectRemade(id, [
      ...['REPORT', 'ABSORB', 'SPLIT', 'PART_ENDED', 'ACCEPT', 'ASK_EXTENSION', 'GRANT_EXTENSION'],
      ...['SUPERVISE', 'REPORT_BACK'],
    ]);
    await expectRemade(twice, ['REPORT', 'MERGE']);
    await expectRemade(part.id, ['REPORT', 'DISPATCH', 'WITHDRAW', 'SOLVE']);
  });

  it('is not made again of what was changed, left out or added', async () => {
    const { id } = await reportCase(world, by(street), { urgency: 'NORMAL' });
    await moved(street, id, 'SOLVE', { text: '已清理' });
    await moved(street, id, 'FOLLOW_UP', { text: '满意' });
    const found = await told(id);
    const last = (other: ToldCase) => linksAgain(other).at(-1);
    const [report, solve, call] = found.timeline;
    const changed: ToldCase[] = [
      { ...found, text: `${found.text}。` },
      { ...found, timeline: [report!, { ...solve!, text: '未清理' }, call!] },
      { ...found, timeline: [report!, call!] },
      { ...found, timeline: [report!, solve!, solve!, call!] },
      { ...found, timeline: [solve!, report!, call!] },
    ];
    for (const other of changed) expect(last(other)).not.toBe(call?.link);
    expect(last(found)).toBe(call?.link);
  });
});
