import { businessDate, businessTime } from '../../shared/business-date';
import { countsOf, type KindCount, NOTE_KINDS } from './log.rules';
import { LOG_KIND_NAMES } from './log.words';
import { type LogItem } from './log.type';

/** A month of a log, with the names of its areas. */
export interface LogMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly name: string;
  readonly items: readonly LogItem[];
  readonly areaNames: ReadonlyMap<string, string>;
}

/** The rows of the table: a heading, a row for each line, then how much there is of each kind. */
export function sheetRows({ items, areaNames }: LogMonth): readonly (readonly string[])[] {
  const lines = items.map((item) => cellsOf(item, areaNames));
  const counts = countsOf(items).map((count) => ['', '', nameOf(count), '', '', String(count.count), '', '']);
  return [HEADINGS, ...lines, [], ['', '', '分类合计', '', '', '数量', '', ''], ...counts];
}

const HEADINGS = ['日期', '时间', '类别', '区域', '内容', '到会人数', '议题', '关联记录'];

/** What a note has become wins over what it is. */
function cellsOf(item: LogItem, areaNames: LogMonth['areaNames']): readonly string[] {
  const { kind, at, area, words, present, topics } = item;
  const link = item.linked ?? (NOTES.has(kind) ? undefined : item.record);
  return [
    ...[businessDate(at), businessTime(at).slice(0, 5), LOG_KIND_NAMES[kind].zh],
    ...[areaNames.get(area) ?? area, words ?? '', present === undefined ? '' : String(present)],
    ...[topics?.join('、') ?? '', link === undefined ? '' : `${link.type} ${link.id}`],
  ];
}

const NOTES: ReadonlySet<string> = new Set(NOTE_KINDS);

function nameOf({ kind }: KindCount): string {
  return LOG_KIND_NAMES[kind].zh;
}

/** Nothing may be loaded or run by the page, whatever a note says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
@page { size: A4; margin: 18mm 15mm; }
body { font: 10.5pt/1.5 'Songti SC', SimSun, 'Noto Serif CJK SC', serif; color: #000; max-width: 180mm; margin: 0 auto; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 2mm; }
p.whose { text-align: center; margin: 0 0 5mm; }
h2 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .3mm solid #444; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; }
.time { width: 14mm; } .kind { width: 36mm; } .area { width: 34mm; } .count { width: 22mm; }
p.sign { margin-top: 12mm; display: flex; justify-content: space-between; }
@media screen { body { padding: 10mm; } }
`;

/** The month as a page to print on A4: no script, nothing from elsewhere. */
export function printablePage({ month, name, items, areaNames }: LogMonth): string {
  const [year = '', number = ''] = month.split('-');
  const title = `民情日志 ${year}年${String(Number(number))}月`;
  const days = [...new Set(items.map(({ at }) => businessDate(at)))];
  const sections = days.map((day) => {
    const rows = items.filter(({ at }) => businessDate(at) === day).map((item) => rowHtml(item, areaNames));
    return `<h2>${day}</h2>\n<table><thead><tr><th class="time">时间</th><th class="kind">类别</th><th class="area">区域</th><th>内容</th></tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
  });
  const counts = countsOf(items).map(
    (count) => `<tr><td>${escaped(nameOf(count))}</td><td>${count.count}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${title} ${name}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p class="whose">${escaped(name)}</p>
${days.length === 0 ? '<p>本月没有记录。</p>' : sections.join('\n')}
<h2>分类合计</h2>
<table><thead><tr><th>类别</th><th class="count">数量</th></tr></thead>
<tbody>${counts.join('\n')}</tbody></table>
<p class="sign"><span>记录人签字：＿＿＿＿＿＿＿＿</span><span>审阅人签字：＿＿＿＿＿＿＿＿</span></p>
</body>
</html>
`;
}

function rowHtml(item: LogItem, areaNames: LogMonth['areaNames']): string {
  const { kind, at, area, words, topics, present } = item;
  const meeting = topics === undefined ? [] : [`议题：${topics.join('、')}；到会 ${present ?? 0} 人`];
  const content = [...(words === undefined ? [] : [words]), ...meeting].map(escaped).join('<br>');
  const cells = [LOG_KIND_NAMES[kind].zh, areaNames.get(area) ?? area].map(escaped);
  return `<tr><td>${businessTime(at).slice(0, 5)}</td><td>${cells.join('</td><td>')}</td><td>${content}</td></tr>`;
}

/** Text as HTML has it, line breaks kept; a note can say anything. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '<br>');
}
