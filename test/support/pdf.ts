import { deflateSync } from 'node:zlib';

/** An object of a PDF as it stands in the file: text, or bytes with text around. */
export type PdfObject = string | Buffer;

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A stream with these entries and this content. */
export function stream(entries: string, content: Uint8Array | string): Buffer {
  const bytes = typeof content === 'string' ? latin(content) : content;
  const head = `<< ${entries} /Length ${String(bytes.length)} >>\nstream\n`;
  return Buffer.concat([latin(head), bytes, latin('\nendstream')]);
}

/** The same, packed. */
export function packed(entries: string, content: Uint8Array | string): Buffer {
  return stream(`${entries} /Filter /FlateDecode`, deflateSync(content, { level: 9 }));
}

/** A PDF of these objects, numbered from 1, of which the first is its catalog. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([
      latin(`${String(index + 1)} 0 obj\n`),
      typeof object === 'string' ? latin(object) : object,
      latin('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
  }
  const size = objects.length + 1;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${String(size)}\n0000000000 65535 f \n${rows.join('')}`;
  const end = `trailer\n<< /Size ${String(size)} /Root 1 0 R ${trailer} >>\nstartxref\n${String(length)}\n%%EOF\n`;
  return Buffer.concat([...parts, latin(table), latin(end)]);
}

/** What a document has beside a page with a line of text. */
export interface PdfFacts {
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly trailer?: string;
  readonly pages?: number;
  readonly line?: string;
  readonly content?: PdfObject;
  /** Further objects, numbered from 6. */
  readonly more?: readonly PdfObject[];
}

/** A small PDF: catalog (1), tree (2), content (3), font (4), resources (5), then `more`, then its pages. */
export function makePdf(facts: PdfFacts = {}): Buffer {
  const { catalog = '', page = '', resources = '', trailer, pages = 1, more = [] } = facts;
  const { line = 'Permit 2026-0417', content = stream('', `BT /F 24 Tf 72 700 Td (${line}) Tj ET`) } = facts;
  const first = 6 + more.length;
  const kids = Array.from({ length: pages }, (_none, index) => `${String(first + index)} 0 R`).join(' ');
  return pdfOf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Count ${String(pages)} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources 5 0 R >>`,
      content,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Font << /F 4 0 R >> ${resources} >>`,
      ...more,
      ...Array.from({ length: pages }, () => `<< /Type /Page /Parent 2 0 R /Contents 3 0 R ${page} >>`),
    ],
    trailer,
  );
}
