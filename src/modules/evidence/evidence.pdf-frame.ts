import { inflateSync } from 'node:zlib';
import { isArchive } from './evidence.active';
import { PdfFault } from './evidence.pdf-fault';
import { PDF_LIMITS } from './evidence.rules';

/** Where readers look for the mark of the end: in so many last bytes. */
const END_BYTES = 1_024;

/** The entry of a trailer that names how a file is encrypted; the trailer itself never is. */
const ENCRYPTED = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;

/** Names of streams that hold objects, which whoever reads the file unpacks at once; and names with letters as numbers. */
const MAY_BE_OF_OBJECTS = /\/(?:ObjStm|XRef|[A-Za-z]*(?:#[\da-fA-F]{2}[A-Za-z]*)+)/g;
const OF_OBJECTS = new Set(['/ObjStm', '/XRef']);

/**
 * Looks at a PDF’s bytes before they are read: that it ends, is open to us, is no archive, and is not too much to read.
 * @throws PdfFault NOT_DECODABLE, ENCRYPTED, ACTIVE_CONTENT, TOO_MANY_OBJECTS, UNPACKS_TOO_LARGE
 */
export function assertFrame(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('latin1');
  if (!text.slice(-END_BYTES).includes('%%EOF')) throw new PdfFault('NOT_DECODABLE');
  if (ENCRYPTED.test(text)) throw new PdfFault('ENCRYPTED');
  if (isArchive(buffer)) throw new PdfFault('ACTIVE_CONTENT');
  if (countOf(text, ' obj') > PDF_LIMITS.objects) throw new PdfFault('TOO_MANY_OBJECTS');
  assertObjectsUnpack(buffer, text);
}

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** Unpacks the streams of objects with a limit, which the library does without one. */
function assertObjectsUnpack(buffer: Buffer, text: string): void {
  let left: number = PDF_LIMITS.objectBytes;
  let before = -1;
  for (const { 0: name, index } of text.matchAll(MAY_BE_OF_OBJECTS)) {
    if (!OF_OBJECTS.has(spelled(name))) continue;
    const start = text.indexOf('stream', index);
    // Both words may stand in front of one stream.
    if (start === -1 || start === before) continue;
    before = start;
    const content = start + (text[start + 6] === '\r' ? 8 : 7);
    left -= unpackedBytes(buffer.subarray(content), left);
  }
}

/** A name with its letters as letters. */
function spelled(name: string): string {
  return name.replaceAll(/#([\da-fA-F]{2})/g, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** How many bytes are in a packed stream, which may have others behind it; 0 where it is not packed so. */
function unpackedBytes(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (isTooLarge(error)) throw new PdfFault('UNPACKS_TOO_LARGE');
    return 0;
  }
}

/** Whether this is what Node says of an output over its limit. */
export function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}
