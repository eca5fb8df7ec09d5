import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { makePhoto } from '../photos';
import { makePdf, packed, type PdfFacts, pdfOf, stream } from '../pdf';
import { type Hostile, photo, SECRET, text } from './parts';

const pdf = (name: string, becomes: string, make: Hostile['make'] | PdfFacts): Hostile => ({
  ...{ name, becomes, contentType: 'application/pdf' },
  make: typeof make === 'function' ? make : () => makePdf(make),
});
const active = (name: string, facts: PdfFacts) => pdf(name, 'ACTIVE_CONTENT', facts);

const JAVASCRIPT = `/S /JavaScript /JS (app.alert\\('${SECRET}'\\))`;
/** A note on the page, the first of the further objects. */
const note = (entries: string, ...more: readonly (string | Buffer)[]): PdfFacts => ({
  page: '/Annots [6 0 R]',
  more: [`<< /Type /Annot /Rect [0 0 99 99] ${entries} >>`, ...more],
});

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);

/** A stream of objects that are numbered from 100. */
function objectStream(objects: readonly string[], type = '/ObjStm', tail = Buffer.alloc(0)): Buffer {
  const head: string[] = [];
  let at = 0;
  for (const [index, object] of objects.entries()) {
    head.push(`${String(100 + index)} ${String(at)}`);
    at += object.length + 1;
  }
  const first = `${head.join(' ')} `;
  const entries = `/Type ${type} /N ${String(objects.length)} /First ${String(first.length)}`;
  return packed(entries, Buffer.concat([text(`${first}${objects.join(' ')} `), tail]));
}

/** An image whose pixels are these bytes. */
const image = (filter: string, bytes: Uint8Array, size = '/Width 320 /Height 240'): PdfFacts => ({
  resources: '/XObject << /I 6 0 R >>',
  more: [
    stream(
      `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 ${filter}`,
      bytes,
    ),
  ],
});

const DOUBLE = '/Filter [/FlateDecode /FlateDecode]';

/** What acts: scripts, programs, forms that send, files in the file. */
const ACTING: readonly Hostile[] = [
  active('a PDF with a script that runs when it is opened', { catalog: `/OpenAction << ${JAVASCRIPT} >>` }),
  active('a PDF with a script by name', {
    catalog: '/Names << /JavaScript << /Names [(a) 6 0 R] >> >>',
    more: [`<< ${JAVASCRIPT} >>`],
  }),
  active('a PDF with a script when a page is seen', { page: `/AA << /O << ${JAVASCRIPT} >> >>` }),
  active('a PDF whose script is spelled in numbers', {
    catalog: `/OpenAction << /S /J#61vaScript /J#53 (alert) >>`,
  }),
  active('a PDF with a script in a stream of objects', {
    catalog: '/OpenAction 100 0 R',
    more: [objectStream([`<< ${JAVASCRIPT} >>`])],
  }),
  active('a PDF that starts a program', note('/Subtype /Link /A << /S /Launch /F (cmd.exe) >>')),
  active('a PDF with a form that sends', {
    ...{ catalog: '/AcroForm << /Fields [6 0 R] >>', page: '/Annots [6 0 R]' },
    more: [
      `<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [0 0 9 9] /A << /S /SubmitForm /F (http://x.invalid) >> >>`,
    ],
  }),
  active('a PDF with a form of XML', {
    catalog: '/AcroForm << /Fields [] /XFA 6 0 R >>',
    more: [stream('', '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>')],
  }),
  active('a PDF with a file in it', {
    catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>',
    more: ['<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>', stream('/Type /EmbeddedFile', 'MZ')],
  }),
  active('a PDF with a file pinned to a page', note('/Subtype /FileAttachment /FS << /F (a.exe) >>')),
  active('a PDF with a film that runs programs', note('/Subtype /RichMedia')),
  active('a PDF that opens another within it', note('/Subtype /Link /A << /S /GoToE /T << /R /C >> >>')),
  pdf('a PDF that is a ZIP too', 'ACTIVE_CONTENT', () =>
    Buffer.concat(
      [makePdf(), zipSync({ 'run.js': text('alert(1)') })].flatMap((each) => [each, text('%%EOF')]),
    ),
  ),
];

/** What is too much, or grows when it is unpacked. */
const GROWING: readonly Hostile[] = [
  pdf('a PDF of ten thousand pages', 'TOO_MANY_PAGES', { pages: 10_000 }),
  pdf('a PDF of two hundred thousand objects', 'TOO_MANY_OBJECTS', () =>
    makePdf({ more: Array.from({ length: 200_000 }, () => '0') }),
  ),
  pdf('a PDF of two hundred thousand objects in one stream', 'TOO_MANY_OBJECTS', () =>
    makePdf({ more: [objectStream(Array.from({ length: 200_000 }, () => '0'))] }),
  ),
  pdf('a PDF whose content unpacks to 500 MB', 'UNPACKS_TOO_LARGE', () =>
    makePdf({ content: packed('', zeros(500)) }),
  ),
  pdf('a PDF whose content is packed twice, of 500 MB', 'UNPACKS_TOO_LARGE', () =>
    makePdf({ content: stream(DOUBLE, deflateSync(deflateSync(zeros(500)))) }),
  ),
  pdf('a PDF whose content is told in run lengths, of 128 MB', 'UNPACKS_TOO_LARGE', () =>
    makePdf({ content: stream('/Filter /RunLengthDecode', Buffer.alloc(2_000_000, 0x81)) }),
  ),
  pdf('a PDF whose stream of objects unpacks to 500 MB', 'UNPACKS_TOO_LARGE', () =>
    makePdf({ more: [objectStream(['null'], '/ObjStm', zeros(500))] }),
  ),
  pdf('a PDF that hides such a stream behind numbers', 'UNPACKS_TOO_LARGE', () =>
    makePdf({ more: [objectStream(['null'], '/Obj#53tm', zeros(500))] }),
  ),
  pdf('a PDF with a picture of ten thousand megapixels', 'TOO_MANY_PIXELS', () =>
    makePdf(image('/Filter /DCTDecode', Buffer.alloc(9), '/Width 100000 /Height 100000')),
  ),
];

/** What is no PDF, is broken, or leads nowhere. */
const BROKEN: readonly Hostile[] = [
  pdf('a PDF with a password', 'ENCRYPTED', {
    trailer: '/Encrypt 6 0 R /ID [(a) (a)]',
    more: ['<< /Filter /Standard /V 1 /R 2 /P -44 /O (o) /U (u) >>'],
  }),
  pdf('a PDF cut off', 'NOT_DECODABLE', () => makePdf({ pages: 9 }).subarray(0, 900)),
  pdf('a PDF of its header', 'NOT_DECODABLE', () => text('%PDF-1.7\n%%EOF')),
  pdf('a PDF behind a page', 'TYPE_NOT_ALLOWED', () => Buffer.concat([text('<html>\n'), makePdf()])),
  pdf('a PDF behind a JPEG', 'TYPE_MISMATCH', async () => Buffer.concat([await photo(), makePdf()])),
  pdf('a PDF with a JPEG behind its end', 'NOT_DECODABLE', async () =>
    Buffer.concat([makePdf(), await photo()]),
  ),
  pdf('a PDF whose tree of pages leads to itself', 'NOT_DECODABLE', () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] /MediaBox [0 0 9 9] >>',
      '<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R] >>',
    ]),
  ),
  pdf('a PDF of no pages', 'NOT_DECODABLE', { pages: 0 }),
  pdf('a PDF of lists in lists without end', 'NOT_DECODABLE', () =>
    makePdf({ more: ['['.repeat(1_000_000)] }),
  ),
  pdf('a PDF whose resources are a chain of ninety thousand', 'NOT_DECODABLE', () =>
    makePdf({
      resources: '/Next 6 0 R',
      more: Array.from({ length: 90_000 }, (_none, index) => `<< /Next ${String(index + 7)} 0 R >>`),
    }),
  ),
  pdf('a PDF whose content is noise', 'NOT_DECODABLE', () =>
    makePdf({ content: stream('/Filter /FlateDecode', randomBytes(4_000)) }),
  ),
  pdf('a PDF whose picture is cut off', 'NOT_DECODABLE', async () =>
    makePdf(image('/Filter /DCTDecode', (await photo()).subarray(0, 2_000))),
  ),
];

/** What is taken, and says nothing of this in what is served. */
const TELLING: readonly Hostile[] = [
  pdf('a PDF whose head names a person', 'STRIPPED', {
    trailer: '/Info 6 0 R',
    more: [`<< /Author (${SECRET}) /Title (${SECRET}) >>`],
  }),
  pdf('a PDF whose XMP names a person', 'STRIPPED', {
    ...{ catalog: '/Metadata 6 0 R', page: '/Metadata 6 0 R', resources: '/Metadata 6 0 R' },
    more: [stream('/Type /Metadata /Subtype /XML', `<x:xmpmeta>${SECRET}</x:xmpmeta>`)],
  }),
  pdf('a PDF with bookmarks and a remark', 'STRIPPED', {
    ...note(`/Subtype /Text /Contents (${SECRET})`, `<< /First 8 0 R >>`, `<< /Title (${SECRET}) >>`),
    catalog: '/Outlines 7 0 R',
  }),
  pdf('a PDF with a link', 'STRIPPED', note(`/Subtype /Link /A << /S /URI /URI (http://${SECRET}) >>`)),
  pdf('a PDF whose picture has EXIF', 'STRIPPED', async () =>
    makePdf(image('/Filter /DCTDecode', await makePhoto({ caption: SECRET }))),
  ),
  pdf('a PDF whose picture with EXIF is packed once more', 'STRIPPED', async () =>
    makePdf(image('/Filter [/FlateDecode /DCTDecode]', deflateSync(await makePhoto({ caption: SECRET })))),
  ),
  pdf('a PDF with a secret behind packed content', 'STRIPPED', () =>
    makePdf({ content: stream('/Filter /FlateDecode', Buffer.concat([deflateSync('q Q'), text(SECRET)])) }),
  ),
  pdf('a PDF with an object that no page leads to', 'STRIPPED', { more: [`(${SECRET})`] }),
  pdf('a PDF whose content lies in another file', 'STRIPPED', {
    content: stream(`/F (${SECRET})`, 'q Q'),
  }),
];

/** PDFs that act, grow, are broken, or tell what they should not. */
export const PDFS: readonly Hostile[] = [...ACTING, ...GROWING, ...BROKEN, ...TELLING];
