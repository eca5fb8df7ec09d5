import { type Sharp, type SharpConstructor } from 'sharp';
import { readExif } from './evidence.exif';
import { decodeHeic } from './evidence.heic';
import { type Inspection, MOST_PIXELS, rejected } from './evidence.rules';

/** Longest side of a thumbnail, in pixels. */
const THUMBNAIL_SIDE = 480;

/** Seconds after which decoding is given up. */
const MOST_SECONDS = 20;

/** Decodes a picture whole, with its pixels counted before, and makes its thumbnail. */
export async function inspectPhoto(bytes: Uint8Array, contentType: string): Promise<Inspection> {
  const { default: sharp } = await import('sharp');
  try {
    const { width, height, pixels } = await openPhoto(sharp, bytes, contentType);
    if (pixels === undefined) return rejected('TOO_MANY_PIXELS');
    const thumbnail = await pixels
      .autoOrient()
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: MOST_SECONDS })
      .webp({ quality: 75 })
      .toBuffer();
    return { verdict: 'VERIFIED', width, height, thumbnail, ...(await readExif(bytes)) };
  } catch {
    return rejected('NOT_DECODABLE');
  }
}

/** A picture's size and a pipeline over its pixels; no pipeline when they are too many. Nothing is decoded yet. */
async function openPhoto(
  sharp: SharpConstructor,
  bytes: Uint8Array,
  contentType: string,
): Promise<{ width: number; height: number; pixels: Sharp | undefined }> {
  if (contentType === 'image/heic') {
    const { width, height, rgba } = await decodeHeic(bytes, MOST_PIXELS);
    return { width, height, pixels: rgba && sharp(rgba, { raw: { width, height, channels: 4 } }) };
  }
  // One frame of an animation is enough; a file cut off is an error, a phone's odd marker is none.
  const options = { pages: 1, failOn: 'error', sequentialRead: true, limitInputPixels: false } as const;
  const { width, height } = await sharp(bytes, options).metadata();
  const tooMany = width * height > MOST_PIXELS;
  return { width, height, pixels: tooMany ? undefined : sharp(bytes, options) };
}
