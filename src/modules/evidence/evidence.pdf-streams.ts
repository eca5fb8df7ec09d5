import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { bareJp2, bareJpeg } from './evidence.bare';
import { PdfFault } from './evidence.pdf-fault';
import { isTooLarge } from './evidence.pdf-frame';
import { MOST_PIXELS, PDF_LIMITS } from './evidence.rules';

/** Packings that the library unpacks, in its own time. */
const SLOW = new Set(['LZWDecode', 'RunLengthDecode', 'ASCII85Decode', 'ASCIIHexDecode']);
/** Packings of pixels, which are the last of a chain and are not unpacked. */
const OF_PIXELS = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** The bytes of a stream as they are served, and how they are packed where that has changed. */
export interface BareStream {
  readonly bytes: Uint8Array;
  readonly filter?: string | undefined;
  readonly params?: PDFObject | undefined;
}

/** Unpacks the streams of one document to see that they can be, and how large they are, and takes what is no content away. */
export class PdfStreams {
  #left: number = PDF_LIMITS.unpackedBytes;

  constructor(private readonly source: PDFContext) {}

  /**
   * The content of a stream without what may hide in it: metadata of its picture, bytes behind its end.
   * @throws PdfFault NOT_DECODABLE, UNPACKS_TOO_LARGE, TOO_MANY_PIXELS
   */
  bare({ dict, contents }: PDFRawStream): BareStream {
    this.#assertPixels(dict);
    const filters = this.#listOf(dict, 'Filter').map((filter) => nameOf(filter));
    const params = this.#listOf(dict, 'DecodeParms');
    const pixels = filters.findIndex((filter) => OF_PIXELS.has(filter));
    const packings = pixels === -1 ? filters : filters.slice(0, pixels);
    let bytes = contents;
    let ends = contents.length;
    for (const [index, filter] of packings.entries()) {
      const { unpacked, consumed } = this.#unpack(bytes, filter, params[index]);
      if (index === 0) ends = consumed;
      bytes = unpacked;
    }
    if (pixels === -1) return { bytes: contents.subarray(0, ends) };
    if (pixels !== filters.length - 1) throw new PdfFault('NOT_DECODABLE');
    const filter = filters[pixels];
    return { bytes: barePicture(bytes, filter), filter, params: params[pixels] };
  }

  #unpack(bytes: Uint8Array, filter: string, params: PDFObject | undefined) {
    const found =
      filter === 'FlateDecode' ? inflated(bytes, this.#left) : this.#slowly(bytes, filter, params);
    this.#left -= found.unpacked.length;
    return found;
  }

  /** By the library, which reads so much as it is asked for. */
  #slowly(bytes: Uint8Array, filter: string, params: PDFObject | undefined) {
    if (!SLOW.has(filter)) throw new PdfFault('NOT_DECODABLE');
    const dict = PDFDict.withContext(this.source);
    dict.set(PDFName.of('Filter'), PDFName.of(filter));
    if (params !== undefined) dict.set(PDFName.of('DecodeParms'), params);
    const most = Math.min(this.#left, PDF_LIMITS.slowlyUnpackedBytes);
    const unpacked = Uint8Array.from(decodePDFRawStream(PDFRawStream.of(dict, bytes)).getBytes(most + 1));
    if (unpacked.length > most) throw new PdfFault('UNPACKS_TOO_LARGE');
    return { unpacked, consumed: bytes.length };
  }

  /** One, several or none: an entry may be a list. */
  #listOf(dict: PDFDict, name: string): readonly PDFObject[] {
    const value = this.source.lookup(dict.get(PDFName.of(name)));
    if (value instanceof PDFArray) return value.asArray().map((each) => this.source.lookup(each) ?? each);
    return value === undefined ? [] : [value];
  }

  #assertPixels(dict: PDFDict): void {
    const [width, height] = ['Width', 'Height'].map((name) => this.source.lookup(dict.get(PDFName.of(name))));
    if (!(width instanceof PDFNumber) || !(height instanceof PDFNumber)) return;
    if (width.asNumber() * height.asNumber() > MOST_PIXELS) throw new PdfFault('TOO_MANY_PIXELS');
  }
}

function nameOf(filter: PDFObject): string {
  if (!(filter instanceof PDFName)) throw new PdfFault('NOT_DECODABLE');
  return filter.decodeText();
}

/** Of bytes that may have others behind their end. */
function inflated(bytes: Uint8Array, most: number): { unpacked: Uint8Array; consumed: number } {
  try {
    const settings = { maxOutputLength: Math.max(1, most), info: true };
    // Node’s types do not know what `info` brings.
    const found = inflateSync(bytes, settings) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { unpacked: found.buffer, consumed: found.engine.bytesWritten };
  } catch (error) {
    throw new PdfFault(isTooLarge(error) ? 'UNPACKS_TOO_LARGE' : 'NOT_DECODABLE');
  }
}

function barePicture(bytes: Uint8Array, filter: string | undefined): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const bare = filter === 'DCTDecode' ? bareJpeg(buffer) : filter === 'JPXDecode' ? bareJp2(buffer) : buffer;
  if (bare === undefined) throw new PdfFault('NOT_DECODABLE');
  return bare;
}
