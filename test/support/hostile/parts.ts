import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { makePhoto } from '../photos';

/** What is planted in a file, and must be in nothing that is served. */
export const SECRET = 'PLANTED-SECRET';

/** A file that means harm, or is broken. */
export interface Hostile {
  readonly name: string;
  readonly contentType: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  /** Why it is refused; STRIPPED when it is taken and what is served of it is clean. */
  readonly becomes: string;
}

/** Text as bytes. */
export const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** A small photo with EXIF, as a phone makes it. */
export const photo = (): Promise<Buffer> => makePhoto({ width: 320, height: 240, caption: 'hostile' });

/** A plain picture. */
export const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#357' } });

/** A JPEG with one more segment after its beginning. */
export async function withSegments(marker: number, ...contents: readonly Uint8Array[]): Promise<Buffer> {
  const jpeg = await photo();
  const segments = contents.map((content) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** A JPEG with an EXIF of these bytes after the byte order and the magic number: the offset of the first directory first. */
export function withExif(tiff: Uint8Array): Promise<Buffer> {
  return withSegments(0xe1, Buffer.concat([text('Exif\0\0MM\0*'), tiff]));
}

/** An entry of an EXIF directory. */
export function exifEntry(tag: number, type: number, count: number, value: number): Buffer {
  const entry = Buffer.alloc(12);
  entry.writeUInt16BE(tag, 0);
  entry.writeUInt16BE(type, 2);
  entry.writeUInt32BE(count, 4);
  entry.writeUInt32BE(value, 8);
  return entry;
}

/** An EXIF directory at offset 8, followed by the offset of the next. */
export function exifDirectory(entries: readonly Uint8Array[], next = 0, claimed = entries.length): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32BE(8, 0);
  head.writeUInt16BE(claimed, 4);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(next);
  return Buffer.concat([head, ...entries, tail]);
}

/** A chunk of a PNG with its checksum. */
export function chunk(type: string, content: Uint8Array = Buffer.alloc(0), claimed = content.length): Buffer {
  const body = Buffer.concat([text(type), content]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(claimed);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** The beginning of a PNG: signature and header; 8 bits, RGB, unless said. */
export function pngHead(width: number, height: number, { bits = 8, colour = 2, interlace = 0 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour, 0, 0, interlace], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', header)]);
}

/** A PNG of chunks between its header and its pixels; 8 by 8 pixels. */
export function pngWith(...chunks: readonly Uint8Array[]): Buffer {
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(8 * 25)));
  return Buffer.concat([pngHead(8, 8), ...chunks, pixels, chunk('IEND')]);
}

/** A chunk of a RIFF file, padded to even length. */
export function riff(type: string, content: Uint8Array, claimed = content.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(claimed, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** A WebP of these chunks. */
export function webp(...chunks: readonly Uint8Array[]): Buffer {
  return riff('RIFF', Buffer.concat([text('WEBP'), ...chunks]));
}

/** The head of a WebP with extras: flags, canvas. */
export function vp8x(flags: number, width: number, height: number): Buffer {
  const content = Buffer.alloc(10);
  content[0] = flags;
  content.writeUIntLE(width - 1, 4, 3);
  content.writeUIntLE(height - 1, 7, 3);
  return riff('VP8X', content);
}
