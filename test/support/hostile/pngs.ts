import { deflateSync } from 'node:zlib';
import { chunk, type Hostile, plain, pngHead, pngWith, SECRET, text } from './parts';

const png = (name: string, becomes: string, make: Hostile['make']): Hostile => ({
  name,
  becomes,
  contentType: 'image/png',
  make,
});

/** So many zeros, packed: a kilobyte for each megabyte. */
const packed = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 });

/** A picture of zeros, as small as it gets. */
function blank(width: number, height: number, options = {}, bytesPerPixel = 3): Buffer {
  const rows = deflateSync(Buffer.alloc(height * (4 + width * bytesPerPixel)), { level: 9 });
  return Buffer.concat([pngHead(width, height, options), chunk('IDAT', rows), chunk('IEND')]);
}

/** The control chunks of an animation: how many frames it says, how many it has. */
function animation(claimed: number, frames: number): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(claimed);
  const frame = (index: number) => {
    const content = Buffer.alloc(26);
    content.writeUInt32BE(index);
    content.writeUInt32BE(8, 4);
    content.writeUInt32BE(8, 8);
    return chunk('fcTL', content);
  };
  const all = Array.from({ length: frames }, (_none, index) => frame(index));
  return pngWith(chunk('acTL', control), ...all);
}

/** PNGs that are broken, too large, or lie about themselves. */
export const PNGS: readonly Hostile[] = [
  png('a PNG of 900 megapixels in a few bytes', 'TOO_MANY_PIXELS', () => pngWithSize(30_000, 30_000)),
  png('a PNG of the most pixels there can be', 'NOT_DECODABLE', () => pngWithSize(0x7fff_ffff, 0x7fff_ffff)),
  png('a PNG of no pixels', 'NOT_DECODABLE', () => pngWithSize(0, 0)),
  png('a PNG of 49 megapixels of nothing', 'STRIPPED', () => blank(7_000, 7_000)),
  png('a PNG of 49 megapixels of 16 bits, interlaced', 'STRIPPED', () =>
    blank(7_000, 7_000, { bits: 16, colour: 6, interlace: 1 }, 8),
  ),
  png('a PNG of 64 pixels that unpack to 500 MB', 'STRIPPED', () =>
    Buffer.concat([pngHead(8, 8), chunk('IDAT', packed(500)), chunk('IEND')]),
  ),
  png('a PNG cut off', 'NOT_DECODABLE', async () => {
    const bytes = await plain(900, 900).png({ compressionLevel: 0 }).toBuffer();
    return bytes.subarray(0, bytes.length / 2);
  }),
  png('a PNG with its pixels overwritten', 'NOT_DECODABLE', async () =>
    (await plain(900, 900).png({ compressionLevel: 0 }).toBuffer()).fill(0xaa, 60, 4_000),
  ),
  png('a PNG with a chunk of four gigabytes', 'TYPE_NOT_ALLOWED', () =>
    pngWith(chunk('tEXt', text('a'), 0xffff_fff0)),
  ),
  png('a PNG of half a million chunks', 'STRIPPED', () =>
    pngWith(Buffer.concat(Array.from({ length: 500_000 }, () => chunk('prIv')))),
  ),
  png('a PNG with a text that unpacks to 500 MB', 'STRIPPED', () =>
    pngWith(chunk('zTXt', Buffer.concat([text('Comment\0\0'), packed(500)]))),
  ),
  png('a PNG with a colour profile that unpacks to 500 MB', 'STRIPPED', () =>
    pngWith(chunk('iCCP', Buffer.concat([text('p\0\0'), packed(500)]))),
  ),
  png('a PNG with nine megabytes of text', 'METADATA_TOO_LARGE', () =>
    pngWith(chunk('tEXt', Buffer.concat([text('Comment\0'), Buffer.alloc(9_000_000, 0x61)]))),
  ),
  png('a PNG with a secret in its text', 'STRIPPED', () => pngWith(chunk('tEXt', text(`Author\0${SECRET}`)))),
  png('a PNG with a script in its text', 'ACTIVE_CONTENT', () =>
    pngWith(chunk('iTXt', text('Comment\0\0\0\0\0<script>alert(1)</script>'))),
  ),
  png('a PNG of five thousand frames', 'TOO_MANY_FRAMES', () => animation(5_000, 5_000)),
  png('a PNG that says it has four thousand million frames', 'TOO_MANY_FRAMES', () =>
    animation(0xffff_ffff, 1),
  ),
  png('a PNG that says one frame and has a thousand', 'TOO_MANY_FRAMES', () => animation(1, 1_000)),
];

function pngWithSize(width: number, height: number): Buffer {
  return Buffer.concat([pngHead(width, height), chunk('IDAT', packed(1)), chunk('IEND')]);
}
