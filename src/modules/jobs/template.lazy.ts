import { BYTE_ORDER_MARK, csvLine } from './csv.rules';
import { IMPORT_KINDS, type ImportKind } from './job.rules';
import { type ImportTemplate } from './job.type';
import { tableOf } from './tables.rules';

/** A template for each kind that can be brought in. The columns of all kinds come along, which few requests need. */
export function importTemplates(): ImportTemplate[] {
  return IMPORT_KINDS.map(templateOf);
}

function templateOf(kind: ImportKind): ImportTemplate {
  const table = tableOf(kind);
  const columns = Object.entries(table.columns).map(
    ([name, { zh, aliases = [], required, about, example }]) => ({
      ...{ name, heading: zh, aliases, required, example },
      ...{ about: about.zh, aboutInEnglish: about.en },
    }),
  );
  const lines = [columns.map(({ heading }) => heading), columns.map(({ example }) => example)];
  return {
    kind,
    fileName: `${table.name.zh}导入模板.csv`,
    content: BYTE_ORDER_MARK + lines.map(csvLine).join(''),
    columns,
  };
}
