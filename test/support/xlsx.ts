import { strToU8, zipSync } from 'fflate';

/** A cell of a made sheet: text (shared), a number, or text as the application that made it wrote it. */
export type MadeCell = string | number | { readonly inline: string } | undefined;

const X = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An XLSX as Excel writes it: shared strings, a second sheet before the first in the file, cells named. */
export function makeXlsx(rows: readonly (readonly MadeCell[])[]): Uint8Array {
  const strings: string[] = [];
  const cell = (value: MadeCell, place: number, line: number) => {
    if (value === undefined) return '';
    const name = `${String.fromCharCode(65 + place)}${String(line)}`;
    if (typeof value === 'number') return `<c r="${name}"><v>${String(value)}</v></c>`;
    if (typeof value === 'object')
      return `<c r="${name}" t="inlineStr"><is><t>${xml(value.inline)}</t></is></c>`;
    strings.push(value);
    return `<c r="${name}" t="s"><v>${String(strings.length - 1)}</v></c>`;
  };
  const sheet = rows
    .map((cells, index) => {
      const inner = cells.map((value, place) => cell(value, place, index + 1)).join('');
      return `<row r="${String(index + 1)}">${inner}</row>`;
    })
    .join('');
  const file = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const texts = strings.map((text) => `<si><r><t>${xml(text)}</t></r><rPh><t>pīn</t></rPh></si>`).join('');
  return zipSync({
    'xl/worksheets/sheet1.xml': file(
      `<worksheet xmlns="${X}"><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>`,
    ),
    'xl/worksheets/sheet7.xml': file(`<worksheet xmlns="${X}"><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': file(`<sst xmlns="${X}">${texts}</sst>`),
    'xl/workbook.xml': file(
      `<workbook xmlns="${X}" xmlns:r="${R}"><sheets><sheet name="户" sheetId="7" r:id="rId7"/><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': file(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="/xl/worksheets/sheet7.xml"/></Relationships>',
    ),
  });
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
