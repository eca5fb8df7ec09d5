import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { inspectPdf } from '../../../src/modules/evidence/evidence.pdf';
import { makePdf, pdfOf, stream } from '../../support/pdf';

/** The copy of a PDF that is good, as text. */
async function copyOf(
  bytes: Uint8Array,
): Promise<{ pages: number | undefined; text: string; length: number }> {
  const found = await inspectPdf(bytes);
  if (found.verdict !== 'VERIFIED') throw new Error(found.reason);
  const copy = Buffer.from(found.copy ?? []);
  return { pages: found.pages, text: copy.toString('latin1').replaceAll(/\s+/g, ' '), length: copy.length };
}
const reasonOf = async (bytes: Uint8Array) => {
  const found = await inspectPdf(bytes);
  return found.verdict === 'REJECTED' ? found.reason : found.verdict;
};

/** Deflated, then written in hexadecimal. */
const packedInLetters = (content: string) =>
  stream('/Filter [/ASCIIHexDecode /FlateDecode]', `${deflateSync(content).toString('hex')}>`);

/** A seal on a page: a note whose look is a square of fifty, turned, in a rectangle of a hundred. */
const sealed = (entries = '') =>
  makePdf({
    page: '/Annots [6 0 R]',
    more: [
      `<< /Type /Annot /Subtype /Stamp /Rect [150 50 250 150] ${entries} /AP << /N 7 0 R >> >>`,
      stream(
        '/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [0 1 -1 0 0 0]',
        '1 0 0 rg 0 0 50 50 re f',
      ),
    ],
  });

describe('the copy of a PDF', () => {
  it('has its pages, with what they take from their branches, and no more', async () => {
    const { pages, text } = await copyOf(makePdf({ pages: 50 }));
    expect(pages).toBe(50);
    expect(text.match(/\/Type \/Page /g)).toHaveLength(50);
    expect(text.match(/\/MediaBox \[ 0 0 595 842 \]/g)).toHaveLength(50);
    expect(text).toContain('/Type /Catalog /Pages 1 0 R >>');
  });

  it('has its pages in order, however the tree has them', async () => {
    const found = await copyOf(
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Kids [3 0 R 5 0 R 4 0 R] /MediaBox [0 0 9 9] >>',
        '<< /Kids [] >>',
        '<< /Contents 7 0 R >>',
        '<< /Kids [6 0 R 8 0 R] /Rotate 90 >>',
        '<< /Contents 9 0 R >>',
        ...[stream('', '(third) Tj'), '<< /Contents 10 0 R /Rotate 0 >>'],
        ...[stream('', '(first) Tj'), stream('', '(second) Tj')],
      ]),
    );
    expect(found.text.match(/\((first|second|third)\)|\/Rotate \d+/g)).toEqual([
      ...['(first)', '/Rotate 90', '(second)', '/Rotate 0', '(third)'],
    ]);
  });

  it('has what pages share once: it is about as large as the file', async () => {
    const bytes = makePdf({ pages: 40, content: stream('', 'q Q\n'.repeat(20_000)) });
    expect((await copyOf(bytes)).length).toBeLessThan(bytes.length * 1.1);
  });

  it('has the look of a seal drawn into the page, where it was, and not the note', async () => {
    const { text } = await copyOf(sealed('/F 4'));
    expect(text).toContain('q 2.00000 0.00000 0.00000 2.00000 250.00000 50.00000 cm /Drawn0 Do Q');
    expect(text).toContain('1 0 0 rg 0 0 50 50 re f');
    expect(text).not.toMatch(/Annot|Stamp/);
  });

  it('has no look of a note that was hidden', async () => {
    expect((await copyOf(sealed('/F 2'))).text).not.toContain('1 0 0 rg');
  });

  it('has a field as it was filled in, of its looks the one of its state', async () => {
    const look = (content: string) => stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', content);
    const { text } = await copyOf(
      makePdf({
        ...{ catalog: '/AcroForm << /Fields [6 0 R] >>', page: '/Annots [6 0 R]' },
        more: [
          '<< /Subtype /Widget /FT /Btn /Rect [0 0 9 9] /AS /Yes /AP << /N << /Yes 7 0 R /Off 8 0 R >> >> >>',
          ...[look('(ticked) Tj'), look('(empty) Tj')],
        ],
      }),
    );
    expect(text).toContain('(ticked)');
    expect(text).not.toMatch(/\(empty\)|AcroForm|Widget/);
  });

  it('hides the layers that were hidden, and does not say who made them', async () => {
    const { text } = await copyOf(
      makePdf({
        catalog: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
        resources: '/Properties << /L 6 0 R >>',
        more: ['<< /Type /OCG /Name (Draft) /Usage << /CreatorInfo << /Creator (Somebody) >> >> >>'],
      }),
    );
    expect(text).toMatch(/\/OCProperties << \/OCGs \[ (\d+) 0 R \] \/D << \/OFF \[ \1 0 R \]/);
    expect(text).not.toContain('Somebody');
  });
});

describe('a PDF', () => {
  it('of 50 pages is taken, of 51 it is not', async () => {
    expect(await reasonOf(makePdf({ pages: 50 }))).toBe('VERIFIED');
    expect(await reasonOf(makePdf({ pages: 51 }))).toBe('TOO_MANY_PAGES');
  });

  it('that goes to its first page when it is opened is taken: that is no act', async () => {
    expect(await reasonOf(makePdf({ catalog: '/OpenAction [6 0 R /Fit]' }))).toBe('VERIFIED');
  });

  it.each([
    ['in letters', stream('/Filter /ASCIIHexDecode', '7120 51>')],
    ['in other letters', stream('/Filter [/ASCII85Decode]', 'E+No0~>')],
    ['in letters, and before that deflated', packedInLetters('q Q')],
    ['by LZW', stream('/Filter /LZWDecode', Buffer.from('800b6050220c0c8501', 'hex'))],
    ['in run lengths', stream('/Filter /RunLengthDecode', Buffer.from([2, 0x71, 0x20, 0x51, 128]))],
    ['not at all', stream('/Filter []', 'q Q')],
  ])('whose content is packed %s is taken', async (_how, content) => {
    expect(await reasonOf(makePdf({ content }))).toBe('VERIFIED');
  });

  it('never brings the reading down, whatever has become of its bytes, and a copy is copied as well', async () => {
    const bytes = sealed('/F 4');
    const place = fc.nat({ max: bytes.length - 1 });
    const hurts = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(hurts, async (all) => {
        const hurt = Buffer.from(bytes);
        for (const [at, value] of all) hurt[at] = value;
        const found = await inspectPdf(hurt);
        if (found.verdict !== 'VERIFIED') return;
        expect(await inspectPdf(found.copy ?? hurt)).toMatchObject({
          verdict: 'VERIFIED',
          pages: found.pages,
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['whose catalog is none', () => pdfOf(['(none)'])],
    ['whose tree is none', () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '(none)'])],
    [
      'whose page has no size',
      () =>
        pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] >>', '<< /Type /Page >>']),
    ],
    ['that ends within an object', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog\n%%EOF')],
    ['with a packing that nobody knows', () => makePdf({ content: stream('/Filter /Crypt', 'q') })],
    [
      'with pixels packed in a packing',
      () => makePdf({ content: stream('/Filter [/DCTDecode /FlateDecode]', 'q') }),
    ],
  ])('%s is not decodable', async (_what, make) => {
    expect(await reasonOf(make())).toBe('NOT_DECODABLE');
  });
});
