import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { box, ftyp } from '../video';
import { type Hostile, plain, riff, SECRET, text, vp8x, webp } from './parts';

const of =
  (contentType: string) =>
  (name: string, becomes: string, make: Hostile['make']): Hostile => ({
    name,
    becomes,
    contentType,
    make,
  });
const aWebp = of('image/webp');
const aHeic = of('image/heic');

/** The pixels of a small WebP, as the chunk that they are. */
async function pixels(): Promise<Buffer> {
  return (await plain(64, 64).webp().toBuffer()).subarray(12);
}

/** An animation of the same picture, again and again. */
async function frames(count: number): Promise<Buffer> {
  const head = Buffer.alloc(16);
  head.writeUIntLE(63, 6, 3);
  head.writeUIntLE(63, 9, 3);
  const frame = riff('ANMF', Buffer.concat([head, await pixels()]));
  return webp(vp8x(2, 64, 64), riff('ANIM', Buffer.alloc(6)), ...Array.from({ length: count }, () => frame));
}

const heic = () => Buffer.from(readFileSync('test/support/files/boxes.heic'));

/** A HEIC with the number `offset` bytes after a box's name overwritten. */
function heicWith(name: string, offset: number, value: number, bytes: 2 | 4): Buffer {
  const file = heic();
  const at = file.indexOf(name, 0, 'latin1') + 4 + offset;
  if (bytes === 2) file.writeUInt16BE(value, at);
  else file.writeUInt32BE(value, at);
  return file;
}

function nested(type: string, depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(0);
  for (let level = 0; level < depth; level += 1) inner = box(type, Buffer.alloc(4), inner);
  return inner;
}

/** WebPs and HEICs that are broken, too large, or lie about themselves. */
export const WEBPS: readonly Hostile[] = [
  aWebp('a WebP of three thousand frames', 'TOO_MANY_FRAMES', () => frames(3_000)),
  aWebp('a WebP cut off', 'NOT_DECODABLE', async () => {
    const noise = Buffer.alloc(64 * 64 * 3);
    for (let at = 0; at < noise.length; at += 1) noise[at] = (at * at * 7919 + at * 31) % 251;
    const bytes = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .webp()
      .toBuffer();
    return bytes.subarray(0, bytes.length / 3);
  }),
  aWebp('a WebP that says 16,384 × 16,384', 'NOT_DECODABLE', async () =>
    webp(vp8x(2, 16_384, 16_384), riff('ANIM', Buffer.alloc(6)), (await frames(1)).subarray(44)),
  ),
  aWebp('a WebP with nine megabytes of XMP', 'METADATA_TOO_LARGE', async () =>
    webp(vp8x(4, 64, 64), await pixels(), riff('XMP ', Buffer.alloc(9_000_000, 0x20))),
  ),
  aWebp('a WebP with a secret in its XMP', 'STRIPPED', async () =>
    webp(vp8x(4, 64, 64), await pixels(), riff('XMP ', text(`<x:xmpmeta>${SECRET}</x:xmpmeta>`))),
  ),
  aWebp('a WebP with a chunk of four gigabytes', 'NOT_DECODABLE', () =>
    webp(riff('VP8 ', Buffer.alloc(64), 0xffff_fff0)),
  ),
  aWebp('a WebP of noise', 'NOT_DECODABLE', () => webp(riff('VP8L', Buffer.alloc(4_000, 0x5a)))),
  aHeic('a HEIC of noise', 'NOT_DECODABLE', () => Buffer.concat([ftyp('heic'), Buffer.alloc(400, 7)])),
  aHeic('a HEIC cut off', 'NOT_DECODABLE', () => heic().subarray(0, 600)),
  aHeic('a HEIC that says it has 65,535 items', 'STRIPPED', () => heicWith('iinf', 4, 65_535, 2)),
  aHeic('a HEIC whose items lie beyond its end', 'NOT_DECODABLE', () => heicWith('iloc', 14, 0x7fff_ff00, 4)),
  aHeic('a HEIC that says 100,000 × 100,000', 'TOO_MANY_PIXELS', () => {
    const file = heicWith('ispe', 4, 100_000, 4);
    file.writeUInt32BE(100_000, file.indexOf('ispe', 0, 'latin1') + 12);
    return file;
  }),
  aHeic('a HEIC of ten thousand boxes in boxes', 'NOT_DECODABLE', () =>
    Buffer.concat([ftyp('heic'), nested('meta', 10_000)]),
  ),
  aHeic('a HEIC with its pixels overwritten', 'NOT_DECODABLE', () => {
    const file = heic();
    return file.fill(0xff, file.indexOf('mdat', 0, 'latin1') + 8);
  }),
];
