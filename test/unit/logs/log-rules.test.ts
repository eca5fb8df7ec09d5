import fc from 'fast-check';
import { createSchema } from '../../../src/api/schema';
import { type GraphQLInputObjectType, isInputObjectType, getNamedType } from 'graphql';
import { checkedNote, isChangeable, isTaken, withRequest } from '../../../src/modules/logs/log-entry.rules';
import { printablePage, sheetRows } from '../../../src/modules/logs/log-month.rules';
import {
  checkedTime,
  countsOf,
  LOG_KINDS,
  MOST_DAYS_LATE,
  NOTE_KINDS,
} from '../../../src/modules/logs/log.rules';
import { LOG_KIND_NAMES } from '../../../src/modules/logs/log.words';
import { type LogItem } from '../../../src/modules/logs/log.type';
import { USER_ERRORS } from '../../../src/shared/messages/refusals';

const NOW = new Date('2026-05-12T02:30:00.000Z');
const code = (make: () => unknown) => {
  try {
    make();
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a note', () => {
  it('may be of this week and not of tomorrow', () => {
    const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
    expect(checkedTime(undefined, NOW)).toBe(NOW);
    expect(code(() => checkedTime(at(-24 * MOST_DAYS_LATE), NOW))).toBe('fine');
    expect(code(() => checkedTime(at(-24 * (MOST_DAYS_LATE + 1)), NOW))).toBe('LOG_TIME_INVALID');
    expect(code(() => checkedTime(at(1), NOW))).toBe('LOG_TIME_INVALID');
    expect(code(() => checkedTime(at(0.05), NOW))).toBe('fine');
  });

  it('of a meeting says what about and how many came, and no other does', () => {
    const meeting = { topics: ['停车'], present: 12 };
    expect(checkedNote({ kind: 'COURTYARD_MEETING', text: '商量', meeting })).toEqual({
      ...{ kind: 'COURTYARD_MEETING', text: '商量', topics: ['停车'], present: 12 },
    });
    expect(code(() => checkedNote({ kind: 'COURTYARD_MEETING', text: '商量' }))).toBe('MEETING_FACTS_NEEDED');
    expect(code(() => checkedNote({ kind: 'NEED', text: '商量', meeting }))).toBe('MEETING_FACTS_MISPLACED');
    expect(
      code(() =>
        checkedNote({ kind: 'COURTYARD_MEETING', text: '商量', meeting: { topics: [], present: 1 } }),
      ),
    ).toBe('TEXT_REQUIRED');
    expect(
      code(() =>
        checkedNote({ kind: 'COURTYARD_MEETING', text: '商量', meeting: { ...meeting, present: 0 } }),
      ),
    ).toBe('NUMBER_OUT_OF_RANGE');
  });

  it.each([
    ['身份证 51010819900517123X', 'NUMBER_IN_TEXT'],
    ['电话 138 0000 1234', 'NUMBER_IN_TEXT'],
    ['  ', 'TEXT_REQUIRED'],
    ['长'.repeat(1_001), 'TEXT_TOO_LONG'],
    ['门牌 1-1-301，23 人到会', 'fine'],
  ])('that says “%s” is %s', (text, expected) => {
    expect(code(() => checkedNote({ kind: 'OTHER', text }))).toBe(expected);
  });

  it('may be changed on its day, and until somebody has commented on it', () => {
    const recordedAt = NOW;
    const comments = [{} as never];
    expect(isChangeable({ recordedAt, comments: [] }, '2026-06-12')).toBe(true);
    expect(isChangeable({ recordedAt, comments }, '2026-05-12')).toBe(true);
    expect(isChangeable({ recordedAt, comments }, '2026-05-13')).toBe(false);
  });

  it('knows the request that made it again, however often it was changed since', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 60 }), (ids) => {
        const first = { id: 'first', mark: 'm' };
        const all = ids.reduce<readonly { id: string; mark: string }[]>(
          (known, id) => withRequest(known, { id, mark: 'x' }),
          [first],
        );
        expect(isTaken(all, first)).toBe(true);
        expect(all.length).toBeLessThanOrEqual(21);
        expect(code(() => isTaken(all, { id: 'first', mark: 'other' }))).toBe('CONFLICT');
      }),
    );
  });
});

describe('the numbers of a log', () => {
  const inputs = Object.values(createSchema().getTypeMap()).filter(isInputObjectType);
  const NAMED = /Log|WorkPlan|PlanWork|SettlePlan|Round|WorkMonth|TurnInto|Meeting/;

  it('are typed nowhere: a log’s inputs have no number but who came to a meeting', () => {
    const numbers = inputs
      .filter(({ name }) => NAMED.test(name))
      .flatMap((type: GraphQLInputObjectType) =>
        Object.values(type.getFields())
          .filter((field) => ['Int', 'Float'].includes(getNamedType(field.type).name))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(numbers.sort()).toEqual([
      'ChangeLogEntryInput.expectedVersion',
      'MeetingInput.present',
      'MinuteMeetingInput.expectedVersion',
    ]);
  });

  it('are those of its lines, each counted once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LOG_KINDS)), (kinds) => {
        const counts = countsOf(kinds.map((kind) => ({ kind })));
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(kinds.length);
        expect(new Set(counts.map(({ kind }) => kind)).size).toBe(counts.length);
        expect(counts.every(({ count }) => count > 0)).toBe(true);
      }),
    );
  });
});

describe('the words of a log', () => {
  it('are there in both languages for whatever it can hold', () => {
    for (const kind of LOG_KINDS) {
      expect(LOG_KIND_NAMES[kind].zh).toMatch(/^\p{Script=Han}[\p{Script=Han}、]*$/u);
      expect(LOG_KIND_NAMES[kind].en).toMatch(/^[a-z]/);
    }
    expect(NOTE_KINDS).toHaveLength(10);
    expect(USER_ERRORS.NUMBER_IN_TEXT.zh).toContain('号码');
  });
});

describe('a month on paper', () => {
  const item = (more: Partial<LogItem>): LogItem => ({
    ...{ id: 'i', kind: 'NEED', at: NOW, area: '510108008003001', by: { id: 'p', name: '王芳' } },
    ...more,
  });
  const areaNames = new Map([['510108008003001', '第一网格']]);
  const month = (items: readonly LogItem[]) => ({ month: '2026-05', name: '王芳', items, areaNames });

  it('is a page of its own: no script, nothing from elsewhere, on A4, in Chinese', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&';
    const page = printablePage(month([item({ words: evil }), item({ kind: 'CASE_REPORTED' })]));
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('@page { size: A4;');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|<link|<iframe|javascript:|https?:|url\(|@import|src=(?!x on)/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('<td>10:30</td><td>上报事件</td><td>第一网格</td>');
    expect(page).toContain('<tr><td>群众需求</td><td>1</td></tr>');
    expect(page).toContain('民情日志 2026年5月');
  });

  it('lets no text of a note break out of its cell, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '!', '-', '\n') }),
        (words) => {
          const [empty, filled] = [
            printablePage(month([item({ words: '' })])),
            printablePage(month([item({ words })])),
          ];
          const tags = (page: string) => page.replaceAll('<br>', '').match(/<[^>]*>/g);
          expect(tags(filled)).toEqual(tags(empty));
        },
      ),
    );
  });

  it('says so when nothing was done', () => {
    expect(printablePage(month([]))).toContain('本月没有记录');
    expect(sheetRows(month([]))).toHaveLength(3);
  });

  it('is a table with a row for each line and the sums below', () => {
    const meeting = item({ kind: 'COURTYARD_MEETING', words: '议事', topics: ['停车', '充电'], present: 23 });
    const line = item({ kind: 'CASE_REPORTED', record: { type: 'CASE', id: 'c' } });
    const linked = item({ words: '要扶手', linked: { type: 'CASE', id: 'd' } });
    expect(sheetRows(month([meeting, line, linked]))).toEqual([
      ['日期', '时间', '类别', '区域', '内容', '到会人数', '议题', '关联记录'],
      ['2026-05-12', '10:30', '坝坝会', '第一网格', '议事', '23', '停车、充电', ''],
      ['2026-05-12', '10:30', '上报事件', '第一网格', '', '', '', 'CASE c'],
      ['2026-05-12', '10:30', '群众需求', '第一网格', '要扶手', '', '', 'CASE d'],
      [],
      ['', '', '分类合计', '', '', '数量', '', ''],
      ['', '', '上报事件', '', '', '1', '', ''],
      ['', '', '群众需求', '', '', '1', '', ''],
      ['', '', '坝坝会', '', '', '1', '', ''],
    ]);
  });
});
