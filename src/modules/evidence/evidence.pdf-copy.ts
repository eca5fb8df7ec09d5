import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFWriter,
} from '@cantoo/pdf-lib';
import { PdfFault } from './evidence.pdf-fault';
import { type Drawn, drawnOn } from './evidence.pdf-notes';
import { catalogOf, type PageEntries } from './evidence.pdf-pages';
import { PdfStreams } from './evidence.pdf-streams';
import { MOST_BYTES } from './evidence.rules';

/** What is left out wherever it stands: metadata, what leads to other pages, to notes, to other files, and what acts. */
const LEFT_OUT = new Set([
  ...['Metadata', 'PieceInfo', 'LastModified', 'CreatorInfo', 'Usage', 'Thumb', 'OPI', 'Ref'],
  ...['Parent', 'StructParent', 'StructParents', 'Annots', 'AA', 'AF', 'OpenAction'],
]);

/** What the copier sets itself, or what says that a stream’s bytes lie in another file. */
const OF_STREAMS = new Set(['Length', 'F', 'FFilter', 'FDecodeParms']);

/** What a page keeps as it is; its content and resources are made with what is drawn on it. */
const KEPT = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group'] as const;

/**
 * These pages in a document of their own, which has nothing else: no metadata, notes, forms, scripts, names or files.
 * @throws PdfFault NOT_DECODABLE, UNPACKS_TOO_LARGE, TOO_MANY_PIXELS
 */
export async function copyOf(source: PDFContext, pages: readonly PageEntries[]): Promise<Uint8Array> {
  const target = PDFContext.create();
  const copier = new Copier(source, target);
  const tree = target.nextRef();
  const kids = pages.map((page) => target.register(copier.page(page, tree)));
  target.assign(tree, target.obj({ Type: 'Pages', Count: kids.length, Kids: kids }));
  // Which layers are seen; a layer that was hidden stays hidden.
  const layers = catalogOf(source).get(PDFName.of('OCProperties'));
  const catalog = { Type: 'Catalog', Pages: tree, ...(layers && { OCProperties: copier.copy(layers) }) };
  target.trailerInfo.Root = target.register(target.obj(catalog));
  const bytes = await PDFWriter.forContext(target, Infinity).serializeToBuffer();
  // What stood packed in the file and is not packed here may be more than any file.
  if (bytes.length > MOST_BYTES.PDF * 1.1) throw new PdfFault('UNPACKS_TOO_LARGE');
  return bytes;
}

/** Copies objects from one document into another, each once. */
class Copier {
  readonly #known = new Map<PDFRef, PDFRef>();
  readonly #streams: PdfStreams;

  constructor(
    private readonly source: PDFContext,
    private readonly target: PDFContext,
  ) {
    this.#streams = new PdfStreams(source);
  }

  /** A page with what is drawn on it. */
  page(entries: PageEntries, parent: PDFRef): PDFDict {
    if (!entries.has('MediaBox')) throw new PdfFault('NOT_DECODABLE');
    const page = this.target.obj({ Type: 'Page', Parent: parent });
    for (const name of KEPT) {
      const value = entries.get(name);
      if (value !== undefined) page.set(PDFName.of(name), this.copy(value));
    }
    const drawn = drawnOn(this.source, entries.get('Annots'));
    page.set(PDFName.of('Resources'), this.#resources(entries.get('Resources'), drawn));
    page.set(PDFName.of('Contents'), this.#contents(entries.get('Contents'), drawn));
    return page;
  }

  /** A copy of an object, with all that it leads to. */
  copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.#reference(object);
    if (object instanceof PDFDict) return this.#dict(object);
    if (object instanceof PDFRawStream) return this.#stream(object);
    if (object instanceof PDFArray) return this.#array(object.asArray());
    if (object instanceof PDFStream) throw new PdfFault('NOT_DECODABLE');
    // Names, numbers and texts are never changed.
    return object;
  }

  #reference(ref: PDFRef): PDFRef {
    const known = this.#known.get(ref);
    if (known !== undefined) return known;
    const copied = this.target.nextRef();
    this.#known.set(ref, copied);
    this.target.assign(copied, this.copy(this.source.lookup(ref) ?? PDFNull));
    return copied;
  }

  #dict(dict: PDFDict, without: ReadonlySet<string> = new Set()): PDFDict {
    const copied = PDFDict.withContext(this.target);
    for (const [key, value] of dict.entries()) {
      const name = key.decodeText();
      if (!LEFT_OUT.has(name) && !without.has(name)) copied.set(key, this.copy(value));
    }
    return copied;
  }

  #array(objects: readonly PDFObject[]): PDFArray {
    const copied = PDFArray.withContext(this.target);
    for (const each of objects) copied.push(this.copy(each));
    return copied;
  }

  #stream(stream: PDFRawStream): PDFRawStream {
    const { bytes, filter, params } = this.#streams.bare(stream);
    const dict = this.#dict(stream.dict, OF_STREAMS);
    if (filter !== undefined) {
      dict.set(PDFName.of('Filter'), PDFName.of(filter));
      dict.delete(PDFName.of('DecodeParms'));
      if (params !== undefined) dict.set(PDFName.of('DecodeParms'), this.copy(params));
    }
    return PDFRawStream.of(dict, bytes);
  }

  /** The resources of a page; with what is drawn on it they are its own. */
  #resources(object: PDFObject | undefined, drawn: readonly Drawn[]): PDFObject {
    // Pages share them.
    if (object !== undefined && drawn.length === 0) return this.copy(object);
    const found = this.source.lookup(object);
    const own = found instanceof PDFDict ? this.#dict(found) : PDFDict.withContext(this.target);
    const forms = this.source.lookup(found instanceof PDFDict ? found.get(XOBJECT) : undefined);
    const all = forms instanceof PDFDict ? this.#dict(forms) : PDFDict.withContext(this.target);
    for (const [index, { form }] of drawn.entries()) all.set(PDFName.of(drawnName(index)), this.copy(form));
    own.set(XOBJECT, all);
    return own;
  }

  /** The content of a page; what is drawn on it stands outside of whatever state that leaves behind. */
  #contents(object: PDFObject | undefined, drawn: readonly Drawn[]): PDFObject {
    const found = this.source.lookup(object);
    const parts = found instanceof PDFArray ? found.asArray() : object === undefined ? [] : [object];
    const copied = this.#array(parts);
    if (drawn.length === 0) return copied;
    const placed = drawn.map(
      ({ place }, index) => `q ${place.map(decimal).join(' ')} cm /${drawnName(index)} Do Q`,
    );
    const text = (content: string) => this.target.register(this.target.stream(content));
    const [before, after] = [text('q\n'), text(['\nQ', ...placed].join('\n'))];
    const all = PDFArray.withContext(this.target);
    for (const each of [before, ...copied.asArray(), after]) all.push(each);
    return all;
  }
}

const XOBJECT = PDFName.of('XObject');

function drawnName(index: number): string {
  return `Drawn${String(index)}`;
}

/** PDF knows no exponents. */
function decimal(value: number): string {
  return value.toFixed(5);
}
