import { type Text } from '../../shared/messages/text';
import { sentence } from '../../shared/messages';
import { BYTE_ORDER_MARK, csvLine } from './csv.rules';
import { type FindingCode } from './finding.messages';
import { isNote } from './import-plan.rules';
import { type Finding } from './table.rules';

const HEADINGS = ['行号 line', '列 column', '级别 level', '代码 code', '说明', 'explanation', '内容 value'];

/** A report line by line in both languages, as a CSV that Excel opens; `texts` is what is said with each code. */
export function reportFile(findings: readonly Finding[], texts: Readonly<Record<FindingCode, Text>>): string {
  const lines = findings.map((finding) => {
    const { line, column = '', code, values, value = '' } = finding;
    const text = texts[code];
    const level = isNote(finding) ? '提示 note' : '有误 refused';
    const said = [sentence(text, 'zh', values), sentence(text, 'en', values)];
    return csvLine([String(line), column, level, code, ...said, value]);
  });
  return BYTE_ORDER_MARK + csvLine(HEADINGS) + lines.join('');
}
