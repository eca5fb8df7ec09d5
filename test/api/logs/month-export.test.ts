import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { ExportWorkMonthDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { linesOn, note, workerOnRecord } from '../../support/logs';
import { makeWorld, type World } from '../../support/world';
import { readXlsx } from '../../../src/modules/jobs/xlsx-read.format';

describe('a month of a log taken out', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = await workerOnRecord(world);
    await note(world, worker, { area: world.courtyard, text: '要<b>扶手</b>=1+1' });
    await linesOn(world, worker, ['2026-05-11'], 2);
  });
  const take = async (actor: Actor, more: object = {}) => {
    const input = { id: newId(), month: '2026-05', ...more };
    return run(world, actor, ExportWorkMonthDocument, { input });
  };
  const get = async (url: string) => {
    const answer = await fetch(url);
    return { type: answer.headers.get('content-type'), bytes: new Uint8Array(await answer.arrayBuffer()) };
  };

  it('is a table with every line, and a page to print, by links that are good for a while', async () => {
    const { data } = await take(worker);
    const { sheetUrl = '', pageUrl = '' } = data.exportWorkMonth.files ?? {};
    const sheet = await get(sheetUrl);
    const rows = [...readXlsx(sheet.bytes)].map(({ cells }) => cells);
    expect(rows.slice(0, 4)).toEqual([
      ['日期', '时间', '类别', '区域', '内容', '到会人数', '议题', '关联记录'],
      expect.arrayContaining(['2026-05-11', '08:00', '更新居民信息', '第一网格']),
      expect.arrayContaining(['2026-05-11', '09:00', '更新居民信息', '第一网格']),
      expect.arrayContaining(['2026-05-12', '10:30', '群众需求', '第一网格 一号院', '要<b>扶手</b>=1+1']),
    ]);
    const page = await get(pageUrl);
    expect(page.type).toBe('text/html; charset=utf-8');
    const html = new TextDecoder().decode(page.bytes);
    expect(html).toContain('<h1>民情日志 2026年5月</h1>');
    expect(html).toContain('要&lt;b&gt;扶手&lt;/b&gt;=1+1');
    expect(html).not.toMatch(/<script|https?:/);
    expect(new URL(pageUrl).searchParams.get('X-Amz-Expires')).toBe('300');
  });

  it('is for its author and the supervisors of the area', async () => {
    const codes = async (actor: Actor, person: string) =>
      (await take(actor, { person })).errors.map(({ extensions }) => extensions?.code);
    expect(await codes(world.actor('COMMUNITY_STAFF'), worker.id)).toEqual([]);
    expect(await codes(world.actor('COMMUNITY_STAFF', world.otherCommunity), worker.id)).toEqual([
      'NOT_FOUND',
    ]);
    expect(await codes(world.actor('GRID_WORKER'), worker.id)).toEqual(['NOT_FOUND']);
    const { data } = await take(worker, { id: 'x' });
    expect(data.exportWorkMonth.userErrors).toMatchObject([{ code: 'ID_INVALID' }]);
    expect((await take(worker, { month: '2026' })).errors).toHaveLength(1);
  });
});
