import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { inspectContent } from '../../../src/modules/evidence/evidence.content';
import { type Announced, inspectEvidence } from '../../../src/modules/evidence/evidence.inspection';
import { DECODER_LIMITS } from '../../../src/modules/evidence/evidence.rules';
import { incoming } from '../../support/incoming';
import { makePhoto } from '../../support/photos';
import { box, ftyp, makeVideo, moov } from '../../support/video';

const announce = (bytes: Uint8Array, contentType = 'image/jpeg') => ({
  contentType,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('base64'),
});
/** In this process, so that what goes wrong shows; `api/evidence/hostile.test.ts` takes the way of the doors. */
const look = (bytes: Uint8Array, announced: Announced) =>
  inspectEvidence(incoming(bytes), announced, inspectContent);
const inspect = (bytes: Uint8Array, contentType?: string) => look(bytes, announce(bytes, contentType));
const text = (value: string) => Buffer.from(value);
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#357' } });

const TAKEN = new Date('2026-05-12T01:15:00Z');
const PLACE = { latitude: 30.676321, longitude: 104.112245 };

describe('a good file', () => {
  it('that is a JPEG is verified with its EXIF time and place, and gets a thumbnail without metadata', async () => {
    const photo = await makePhoto({ takenAt: TAKEN, place: PLACE, width: 1600, height: 1200 });
    const found = await inspect(photo);
    if (found.verdict !== 'VERIFIED') throw new Error(found.reason);
    expect(found).toMatchObject({ width: 1600, height: 1200, takenAt: TAKEN });
    expect(found.place?.latitude).toBeCloseTo(PLACE.latitude, 5);
    expect(found.place?.longitude).toBeCloseTo(PLACE.longitude, 5);
    const { format, width, exif, icc, xmp, iptc } = await sharp(found.renditions?.thumbnail).metadata();
    expect({ format, width, exif, icc, xmp, iptc }).toEqual({ format: 'webp', width: 480 });
  });

  it('that a phone took on its side gets a thumbnail that stands upright', async () => {
    const sideways = await plain(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const found = await inspect(sideways);
    if (found.verdict !== 'VERIFIED') throw new Error(found.reason);
    expect(await sharp(found.renditions?.thumbnail).metadata()).toMatchObject({ width: 200, height: 400 });
  });

  it.each([
    ['PNG', 'image/png', () => plain(320, 200).png().toBuffer()],
    ['WebP', 'image/webp', () => plain(320, 200).webp().toBuffer()],
  ])('that is a %s is verified', async (_name, type, make) => {
    expect(await inspect(await make(), type)).toMatchObject({ verdict: 'VERIFIED', width: 320, height: 200 });
  });

  it('that is a HEIC, as phones make it, is verified and gets a thumbnail', async () => {
    const found = await inspect(readFileSync('test/support/files/boxes.heic'), 'image/heic');
    if (found.verdict !== 'VERIFIED') throw new Error(found.reason);
    expect(found).toMatchObject({ width: 640, height: 480 });
    expect(await sharp(found.renditions?.thumbnail).metadata()).toMatchObject({
      format: 'webp',
      width: 480,
      height: 360,
    });
  });

  it.each([
    ['MP4', 'video/mp4', 'isom'],
    ['MOV', 'video/quicktime', 'qt  '],
  ])('that is a whole %s is verified with its length, size and time', async (_name, type, brand) => {
    const video = makeVideo({ brand, seconds: 61.5, takenAt: TAKEN, width: 3840, height: 2160 });
    const facts = { width: 3840, height: 2160, seconds: 61.5, takenAt: TAKEN };
    expect(await inspect(video, type)).toEqual({ verdict: 'VERIFIED', ...facts });
  });

  it('that is a film is the same film in whatever pieces it comes', async () => {
    const video = makeVideo({ mediaBytes: 300 });
    for (const pieceBytes of [1, 2, 3, 7, 64, 1_000]) {
      const found = await inspectEvidence(
        incoming(video, pieceBytes),
        announce(video, 'video/mp4'),
        inspectContent,
      );
      expect(found).toMatchObject({ verdict: 'VERIFIED', seconds: 12.5, width: 1920 });
    }
  });

  it('that is large is shown at 2,048 pixels, without metadata, and never enlarged', async () => {
    const [large, small] = [
      await makePhoto({ width: 3000, height: 2250, place: PLACE }),
      await makePhoto({}),
    ];
    for (const [photo, side] of [
      [large, 2048],
      [small, 1280],
    ] as const) {
      const found = await inspect(photo);
      if (found.verdict !== 'VERIFIED') throw new Error(found.reason);
      const { format, width, exif, icc, xmp, iptc } = await sharp(found.renditions?.picture).metadata();
      expect({ format, width, exif, icc, xmp, iptc }).toEqual({ format: 'webp', width: side });
    }
  });

  it('whose EXIF has no offset was taken in China', async () => {
    const photo = await plain(64, 64)
      .jpeg()
      .withExif({ IFD2: { DateTimeOriginal: '2026:05:12 09:15:00' } })
      .toBuffer();
    expect(await inspect(photo)).toMatchObject({ takenAt: TAKEN });
  });

  it.each([
    ['a date that is none', { IFD2: { DateTimeOriginal: '2026:99:99 99:99:99' } }],
    [
      'a latitude of 400 degrees',
      {
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '400/1 0/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '104/1 0/1 0/1',
        },
      },
    ],
    [
      'a fraction by zero',
      {
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '30/0 0/0 0/0',
          GPSLongitudeRef: 'E',
          GPSLongitude: '104/0 0/0 0/0',
        },
      },
    ],
  ])('with %s in its EXIF is still a picture, without that', async (_what, exif) => {
    const photo = await plain(64, 64).jpeg().withExif(exif).toBuffer();
    const found = await inspect(photo);
    expect(found).toMatchObject({ verdict: 'VERIFIED', width: 64 });
    expect(found).not.toHaveProperty('place.latitude');
    expect((found as { takenAt?: Date }).takenAt).toBeUndefined();
  });

  it('of twelve megapixels is looked at in a fraction of the time a decoder has', async () => {
    const noise = Buffer.alloc(4000 * 3000 * 3);
    for (let at = 0; at < noise.length; at += 97) noise[at] = at % 251;
    const photo = await sharp(noise, { raw: { width: 4000, height: 3000, channels: 3 } })
      .jpeg()
      .toBuffer();
    const begun = performance.now();
    expect(await inspect(photo)).toMatchObject({ verdict: 'VERIFIED', width: 4000, height: 3000 });
    expect(performance.now() - begun).toBeLessThan((DECODER_LIMITS.seconds * 1000) / 2);
  });
});

describe('a bad file', () => {
  const jpeg = () => makePhoto({});
  /** A PNG of a few bytes that claims to be 30,000 pixels wide and high. */
  const bomb = async () => {
    const png = await plain(1, 1).png().toBuffer();
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    return png;
  };

  it.each<[string, string, () => Promise<Uint8Array> | Uint8Array, string?]>([
    ['that is empty', 'EMPTY', () => Buffer.alloc(0)],
    ['of text, named a JPEG', 'TYPE_NOT_ALLOWED', () => text('this is no picture')],
    ['of HTML with a script', 'TYPE_NOT_ALLOWED', () => text('<html><script>alert(1)</script></html>')],
    [
      'that is an SVG',
      'TYPE_NOT_ALLOWED',
      () => text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    [
      'that is an SVG with an XML head',
      'TYPE_NOT_ALLOWED',
      () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['that is a PDF, announced as a JPEG', 'TYPE_MISMATCH', () => text('%PDF-1.7\n%âãÏÓ\n')],
    [
      'that is a ZIP',
      'TYPE_NOT_ALLOWED',
      () => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(60)]),
    ],
    [
      'that is a program',
      'TYPE_NOT_ALLOWED',
      () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(100)]),
    ],
    ['that is a GIF', 'TYPE_NOT_ALLOWED', () => plain(8, 8).gif().toBuffer()],
    ['that is a TIFF', 'TYPE_NOT_ALLOWED', () => plain(8, 8).tiff().toBuffer()],
    ['that is an AVIF', 'TYPE_NOT_ALLOWED', () => plain(8, 8).avif().toBuffer()],
    ['that is a PNG, announced as a JPEG', 'TYPE_MISMATCH', () => plain(8, 8).png().toBuffer()],
    ['that is a JPEG, announced as a video', 'TYPE_MISMATCH', jpeg, 'video/mp4'],
    ['that is a JPEG cut off in its middle', 'NOT_DECODABLE', async () => (await jpeg()).subarray(0, 9000)],
    ['that is a JPEG of its first bytes only', 'NOT_DECODABLE', async () => (await jpeg()).subarray(0, 40)],
    [
      'that is a PNG cut off',
      'NOT_DECODABLE',
      async () => (await makeNoise().png().toBuffer()).subarray(0, 900),
      'image/png',
    ],
    [
      'that is a WebP cut off',
      'NOT_DECODABLE',
      async () => (await makeNoise().webp().toBuffer()).subarray(0, 400),
      'image/webp',
    ],
    [
      'that is a PNG with its pixels overwritten',
      'NOT_DECODABLE',
      async () => (await makeNoise().png().toBuffer()).fill(0xaa, 60, 400),
      'image/png',
    ],
    ['that is a bomb: a small PNG of 900 megapixels', 'TOO_MANY_PIXELS', bomb, 'image/png'],
    [
      'that is a HEIC of garbage',
      'NOT_DECODABLE',
      () => Buffer.concat([ftyp('heic'), Buffer.alloc(400, 7)]),
      'image/heic',
    ],
    [
      'that is a HEIC cut off',
      'NOT_DECODABLE',
      () => readFileSync('test/support/files/boxes.heic').subarray(0, 600),
      'image/heic',
    ],
    [
      'that is an MP4 without an index',
      'NOT_DECODABLE',
      () => Buffer.concat([ftyp('isom'), box('mdat', Buffer.alloc(8))]),
      'video/mp4',
    ],
    [
      'that is an MP4 with a box longer than the file',
      'NOT_DECODABLE',
      () => Buffer.concat([ftyp('isom'), moov(), lying('mdat', 9_000_000)]),
      'video/mp4',
    ],
    [
      'that is an MP4 with a box of no length',
      'NOT_DECODABLE',
      () => Buffer.concat([ftyp('isom'), lying('moov', 4), box('mdat', Buffer.alloc(8))]),
      'video/mp4',
    ],
    [
      'that is an MP4 cut off',
      'NOT_DECODABLE',
      () => Buffer.concat([ftyp('isom'), moov(), box('mdat', Buffer.alloc(8))]).subarray(0, 50),
      'video/mp4',
    ],
    [
      'that is an MP4 of a million tiny boxes',
      'NOT_DECODABLE',
      () => Buffer.concat([ftyp('isom'), ...Array.from({ length: 2000 }, () => box('free'))]),
      'video/mp4',
    ],
  ])('%s is refused as %s', async (_what, reason, make, contentType = 'image/jpeg') => {
    expect(await inspect(await make(), contentType)).toEqual({ verdict: 'REJECTED', reason });
  });

  it('with other bytes than announced is refused by its hash, one with more or fewer by its size', async () => {
    const photo = await jpeg();
    const announced = announce(photo);
    const changed = Buffer.from(photo);
    changed[changed.length - 5]! ^= 1;
    expect(await look(changed, announced)).toEqual({
      verdict: 'REJECTED',
      reason: 'HASH_MISMATCH',
    });
    const longer = Buffer.concat([photo, Buffer.alloc(1)]);
    expect(await look(longer, announced)).toEqual({
      verdict: 'REJECTED',
      reason: 'SIZE_MISMATCH',
    });
  });

  it('with scripts behind its picture is refused', async () => {
    const polyglot = Buffer.concat([await jpeg(), text('<script>alert(1)</script>')]);
    expect(await inspect(polyglot)).toEqual({ verdict: 'REJECTED', reason: 'ACTIVE_CONTENT' });
  });
});

function makeNoise() {
  const noise = Buffer.alloc(64 * 64 * 3);
  for (let at = 0; at < noise.length; at += 1) noise[at] = (at * at * 7919 + at * 31) % 65_521;
  return sharp(noise, { raw: { width: 64, height: 64, channels: 3 } });
}

/** A box that says it is this long. */
function lying(type: string, claimed: number): Buffer {
  const lie = box(type, Buffer.alloc(8));
  lie.writeUInt32BE(claimed);
  return lie;
}
