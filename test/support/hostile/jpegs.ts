import sharp from 'sharp';
import { exifDirectory, exifEntry, type Hostile, photo, SECRET, text, withExif, withSegments } from './parts';

const jpeg = (name: string, becomes: string, make: Hostile['make']): Hostile => ({
  name,
  becomes,
  contentType: 'image/jpeg',
  make,
});

/** Sixty-four kilobytes less what a segment needs. */
const FULL = 65_533;
const many = (count: number, content: (index: number) => Uint8Array) =>
  Array.from({ length: count }, (_none, index) => content(index));

/** A colour profile in pieces, as JPEG carries it. */
function profile(pieces: number): Uint8Array[] {
  return many(pieces, (index) =>
    Buffer.concat([text('ICC_PROFILE\0'), Buffer.from([index + 1, pieces]), Buffer.alloc(FULL - 14, index)]),
  );
}

/** A picture that says in its frame header that it is this large. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const bytes = Buffer.from(await photo());
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

/** A progressive picture of many megapixels whose first scan comes again and again: each is work, none is much to send. */
async function ofManyScans(scans: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: '#357' } })
    .jpeg({ progressive: true })
    .toBuffer();
  const starts: number[] = [];
  for (let at = bytes.indexOf(MARK_SCAN); at !== -1; at = bytes.indexOf(MARK_SCAN, at + 2)) starts.push(at);
  const [first = 0, second = bytes.length - 2] = starts;
  const scan = bytes.subarray(first, second);
  return Buffer.concat([bytes.subarray(0, second), ...many(scans, () => scan), bytes.subarray(second)]);
}

const MARK_SCAN = Buffer.from([0xff, 0xda]);

/** JPEGs that are broken, too large, or lie about themselves. */
export const JPEGS: readonly Hostile[] = [
  jpeg('a JPEG of its first bytes', 'NOT_DECODABLE', async () => (await photo()).subarray(0, 40)),
  jpeg('a JPEG cut off in its middle', 'NOT_DECODABLE', async () => {
    const bytes = await photo();
    return bytes.subarray(0, bytes.length / 2);
  }),
  jpeg('a JPEG of markers only', 'NOT_DECODABLE', () => Buffer.alloc(200_000, 0xff).fill(0xd8, 1, 2)),
  jpeg('a JPEG that says 65,500 × 65,500', 'TOO_MANY_PIXELS', () => claiming(65_500, 65_500)),
  jpeg('a JPEG of no pixels', 'NOT_DECODABLE', () => claiming(0, 0)),
  jpeg('a JPEG of five hundred scans', 'NOT_DECODABLE', () => ofManyScans(500)),
  jpeg('a JPEG with a segment longer than itself', 'NOT_DECODABLE', async () =>
    Buffer.concat([(await photo()).subarray(0, 2), Buffer.from([0xff, 0xe1, 0xff, 0xff]), text('Exif')]),
  ),
  jpeg('a JPEG with ten megabytes of EXIF', 'METADATA_TOO_LARGE', () =>
    withSegments(0xe1, ...many(160, () => Buffer.concat([text('Exif\0\0'), Buffer.alloc(FULL - 6)]))),
  ),
  jpeg('a JPEG with a colour profile of nine megabytes', 'METADATA_TOO_LARGE', () =>
    withSegments(0xe2, ...profile(140)),
  ),
  jpeg('a JPEG with ten megabytes of comments', 'METADATA_TOO_LARGE', () =>
    withSegments(0xfe, ...many(160, () => Buffer.alloc(FULL, 0x20))),
  ),
  jpeg('a JPEG with a colour profile of noise', 'STRIPPED', () => withSegments(0xe2, ...profile(1))),
  jpeg('a JPEG whose EXIF counts four thousand million values', 'STRIPPED', () =>
    withExif(exifDirectory([exifEntry(0x9003, 2, 0xffff_ffff, 0xffff_fff0)])),
  ),
  jpeg('a JPEG whose EXIF has 65,535 entries and two', 'STRIPPED', () =>
    withExif(exifDirectory([exifEntry(0x0112, 3, 1, 0x0001_0000)], 0, 65_535)),
  ),
  jpeg('a JPEG whose EXIF directories lead in a circle', 'STRIPPED', () =>
    withExif(exifDirectory([exifEntry(0x8769, 4, 1, 8), exifEntry(0x8825, 4, 1, 8)], 8)),
  ),
  jpeg('a JPEG whose EXIF begins beyond its end', 'STRIPPED', () =>
    withExif(Buffer.from([0x7f, 0xff, 0xff, 0xff])),
  ),
  jpeg('a JPEG whose EXIF keeps a secret', 'STRIPPED', async () =>
    sharp(await photo())
      .withExif({ IFD0: { ImageDescription: SECRET, Artist: SECRET } })
      .jpeg()
      .toBuffer(),
  ),
];
