import { seedId } from '../../local/seed/ids';
import { person } from '../../local/seed/people';
import { newId } from '../../src/shared/ids';
import {
  CommentOnLogDocument,
  EscalateCaseDocument,
  ExportWorkMonthDocument,
  LogDayDocument,
  LogsOfCommunityDocument,
  RegisterHouseholdDocument,
  ReportCaseDocument,
} from '../generated/operations';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';

const GRID = '510108008003001';

/** A worker's day on the running laptop: the log is written by the table's own stream. */
describe('the work log of a grid worker', () => {
  const worker = person('wang-fang');

  it('is written while she works, beside what she noted, and read by her community', async () => {
    const [hers, community] = [await laptop().clientOf(worker.key), await laptop().clientOf('lin-yan')];
    const id = newId();
    const place = { area: GRID };
    const report = { id, category: 'FIRE_HAZARD', text: '楼道堆物', place, urgency: 'NORMAL', evidence: [] };
    await hers.request(ReportCaseDocument, { input: report as never });
    const move = newId();
    await hers.request(EscalateCaseDocument, { input: { id: move, caseId: id, text: '需社区协调。' } });
    const household = newId();
    const door = { id: household, courtyard: `${GRID}001`, door: '8-1-801', kind: 'FAMILY' };
    await hers.request(RegisterHouseholdDocument, { input: door as never });
    const day = await eventually(async () => {
      const { workDay } = await hers.request(LogDayDocument, {});
      const ids = new Set(workDay?.items.map((item) => item.id));
      return [id, move, household].every((each) => ids.has(each)) ? (workDay ?? undefined) : undefined;
    }, 60);
    const texts = new Map(day.items.map((item) => [item.id, item.text]));
    expect([id, move, household].map((each) => texts.get(each))).toEqual([
      '上报事件',
      '向上级上报事件',
      '登记户',
    ]);
    expect(texts.get(seedId('LOG_ENTRY', 3))).toContain('充电桩');
    const seen: string[] = [];
    for (let after: string | null | undefined; !seen.includes(move);) {
      const { logsOfCommunity } = await community.request(LogsOfCommunityDocument, { area: GRID, after });
      seen.push(...(logsOfCommunity?.edges ?? []).map(({ node }) => node.id));
      after = logsOfCommunity?.pageInfo.endCursor;
      if (logsOfCommunity?.pageInfo.hasNextPage !== true) break;
    }
    expect(seen).toContain(move);
    const comment = { id: newId(), person: worker.id, date: day.date, text: '辛苦了。' };
    await community.request(CommentOnLogDocument, { input: comment });
    const { workDay } = await hers.request(LogDayDocument, {});
    expect(workDay?.comments.map(({ text }) => text)).toContain('辛苦了。');
  }, 90_000);

  it('is taken out as a table and a page, by links that a browser opens', async () => {
    const hers = await laptop().clientOf(worker.key);
    const { workDay } = await hers.request(LogDayDocument, {});
    const month = String(workDay?.date).slice(0, 7);
    const { exportWorkMonth } = await hers.request(ExportWorkMonthDocument, {
      input: { id: newId(), month },
    });
    const page = await fetch(exportWorkMonth.files?.pageUrl ?? '');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('坝坝会');
    const sheet = await fetch(exportWorkMonth.files?.sheetUrl ?? '');
    expect((await sheet.arrayBuffer()).byteLength).toBeGreaterThan(2_000);
  }, 60_000);
});
