import { Zip, ZipDeflate } from 'fflate';
import { protect } from './csv.rules';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETML = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** All that an XLSX needs beside its one sheet; every cell has the format "text", so that no code becomes a number. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${SHEETML} xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet ${SHEETML}><fonts count="1"><font/></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>',
};

/** Rows packed at once. */
const ROWS = 500;

/** Writes an XLSX of one sheet, its cells text and protected against being run as formulas. */
export async function* writeXlsx(rows: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if ((error as Error | null) !== null) throw error as Error;
    packed.push(chunk);
  });
  const encoder = new TextEncoder();
  const part = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    // One date for all, so that the same rows make the same file.
    file.mtime = '1980-01-01T12:00:00';
    zip.add(file);
    return file;
  };
  for (const [path, content] of Object.entries(PARTS)) part(path).push(encoder.encode(HEAD + content), true);
  const sheet = part('xl/worksheets/sheet1.xml');
  let written = `${HEAD}<worksheet ${SHEETML}><sheetData>`;
  let waiting = 0;
  for await (const cells of rows) {
    written += `<row>${cells.map(cellXml).join('')}</row>`;
    waiting += 1;
    if (waiting === ROWS) {
      sheet.push(encoder.encode(written));
      [written, waiting] = ['', 0];
      yield* packed.splice(0);
    }
  }
  sheet.push(encoder.encode(`${written}</sheetData></worksheet>`), true);
  zip.end();
  yield* packed;
}

function cellXml(cell: string): string {
  if (cell === '') return '<c/>';
  return `<c s="1" t="inlineStr"><is><t xml:space="preserve">${escape(protect(cell))}</t></is></c>`;
}

/** Text as XML has it; characters that XML cannot hold are left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
