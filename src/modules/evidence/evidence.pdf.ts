import { PDFParser } from '@cantoo/pdf-lib';
import { assertPassive } from './evidence.pdf-active';
import { copyOf } from './evidence.pdf-copy';
import { PdfFault } from './evidence.pdf-fault';
import { assertFrame } from './evidence.pdf-frame';
import { pagesOf } from './evidence.pdf-pages';
import { type Inspection, rejected } from './evidence.rules';

/**
 * Reads a PDF whole and makes what is served of it: its pages alone, copied into a new document. This runs in a process of
 * its own: see `evidence.decoder.ts`. The library is loaded with this file.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  try {
    assertFrame(bytes);
    // An object that cannot be read is an error: the library would pass its bytes on as they are.
    const source = await PDFParser.forBytesWithOptions(bytes, Infinity, true).parseDocument();
    assertPassive(source);
    const pages = pagesOf(source);
    return { verdict: 'VERIFIED', pages: pages.length, copy: await copyOf(source, pages) };
  } catch (error) {
    return rejected(error instanceof PdfFault ? error.reason : 'NOT_DECODABLE');
  }
}
