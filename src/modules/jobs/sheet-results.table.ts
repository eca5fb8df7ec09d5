import { type Answer } from '../sheets/answer.rules';
import { type SheetFill } from '../sheets/fill.rules';
import { type SheetField, type SheetVersion } from '../sheets/sheet.rules';
import { areaCode, choice, date, text, whole } from './cell.rules';
import { type AnyTable, type Column } from './table.rules';

/** What is said of every filled sheet, before its answers. Names are masked; phone and identity numbers too. */
const FACTS: Readonly<Record<string, Column>> = {
  id: fact('填报编号', 'Id of what was filled in.', text(36)),
  version: fact('版本', 'Version that was filled in.', whole(1, 9_999)),
  area: fact('院落编码', 'Courtyard at the time.', areaCode('COURTYARD')),
  of: fact('对象', 'Name of the resident, masked, or address of the household.', text(200)),
  subject: fact('对象编号', 'Id of the resident or household.', text(36)),
  state: {
    ...fact('状态', 'Where it stands.', text(10)),
    ...choice({ SUBMITTED: ['待审核'], RETURNED: ['已退回'], ACCEPTED: ['已通过'] }),
  },
  filledOn: fact('填报时间', 'When it was filled in, UTC.', date),
  filledBy: fact('填报人', 'By whom.', text(50)),
};

/** What the results of a sheet look like in a file: the answers of all its versions side by side, the latest headings. */
export function sheetResultsTable(versions: readonly SheetVersion[]): AnyTable {
  const answers = [...latestFields(versions)].map(([id, field]): [string, Column] => [
    columnOf(id),
    { ...fact(field.label.zh, field.label.en, text(500)), write: (value: Answer) => written(field, value) },
  ]);
  const title = versions.at(-1)?.title ?? { zh: '采集结果', en: 'results' };
  return {
    ...{ kind: 'SHEET_RESULTS', name: title, columns: { ...FACTS, ...Object.fromEntries(answers) } },
    keyOf: ({ id }) => String(id),
    areaOf: ({ area }) => String(area),
  };
}

/** A filled sheet as a row of that table. */
export function sheetResultsRow(fill: SheetFill): Record<string, unknown> {
  const { id, version, area, of, subject, state, filledAt, filledByName, answers } = fill;
  return {
    ...{ id, version, area, of, subject, state, filledOn: filledAt.toISOString(), filledBy: filledByName },
    ...Object.fromEntries(Object.entries(answers).map(([field, value]) => [columnOf(field), value])),
  };
}

/** Fields by id in the order of the latest version, then those of earlier ones; with the choices of all of them. */
function latestFields(versions: readonly SheetVersion[]): ReadonlyMap<string, SheetField> {
  const fields = new Map<string, SheetField>();
  for (const version of [...versions].reverse())
    for (const field of version.fields) {
      const later = fields.get(field.id);
      const choices = [...(later?.choices ?? []), ...(field.choices ?? [])];
      fields.set(field.id, { ...(later ?? field), choices });
    }
  return fields;
}

function written({ choices = [] }: SheetField, value: Answer): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  return values.map((each) => choices.find((found) => found.value === each)?.label.zh ?? each).join('、');
}

/** An answer's column: no field can be taken for one of the facts. */
function columnOf(field: string): string {
  return `answers.${field}`;
}

function fact(zh: string, en: string, read: Column['read']): Column {
  return { zh, about: { zh, en }, required: false, example: '', read };
}
