import { type Sharp, type SharpConstructor } from 'sharp';
import { hasActiveContent } from './evidence.active';
import { readExif } from './evidence.exif';
import { decodeHeic } from './evidence.heic';
import {
  type Inspection,
  MOST_FRAMES,
  MOST_METADATA_BYTES,
  MOST_PIXELS,
  rejected,
  RENDITION_SIDES,
  type RejectionReason,
  type Renditions,
} from './evidence.rules';
import { structureOf } from './evidence.structure';

/** A picture's size and a pipeline over its pixels, or why it is not decoded. */
type Opened = { width: number; height: number; pixels: Sharp } | RejectionReason;

/**
 * Decodes a picture whole, with its frames, metadata and pixels counted before, and makes what is served of it. This runs
 * in a process of its own: see `evidence.decoder.ts`.
 */
export async function inspectPhoto(bytes: Uint8Array, contentType: string): Promise<Inspection> {
  const { frames, metadataBytes } = structureOf(bytes, contentType);
  if (frames > MOST_FRAMES.animation) return rejected('TOO_MANY_FRAMES');
  if (metadataBytes > MOST_METADATA_BYTES) return rejected('METADATA_TOO_LARGE');
  if (hasActiveContent(bytes)) return rejected('ACTIVE_CONTENT');
  const { default: sharp } = await import('sharp');
  try {
    const opened = await openPhoto(sharp, bytes, contentType);
    if (typeof opened === 'string') return rejected(opened);
    const { width, height, pixels } = opened;
    const renditions = await renditionsOf(sharp, pixels);
    return { verdict: 'VERIFIED', width, height, renditions, ...(await readExif(bytes)) };
  } catch {
    return rejected('NOT_DECODABLE');
  }
}

/** Both pictures from one decoding; nothing of the file but its pixels gets into them. */
async function renditionsOf(sharp: SharpConstructor, pixels: Sharp): Promise<Renditions> {
  const { data, info } = await pixels
    .autoOrient()
    .resize(within(RENDITION_SIDES.picture))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const shown = () => sharp(data, { raw: { width, height, channels } });
  return {
    picture: await shown().webp({ quality: 80 }).toBuffer(),
    thumbnail: await shown().resize(within(RENDITION_SIDES.thumbnail)).webp({ quality: 75 }).toBuffer(),
  };
}

function within(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
}

/** Nothing is decoded yet but the small part of a HEIC that says how large it is. */
async function openPhoto(sharp: SharpConstructor, bytes: Uint8Array, contentType: string): Promise<Opened> {
  if (contentType === 'image/heic') {
    const { width, height, images, rgba } = await decodeHeic(bytes, MOST_PIXELS, MOST_FRAMES.heic);
    if (images > MOST_FRAMES.heic) return 'TOO_MANY_FRAMES';
    if (rgba === undefined) return 'TOO_MANY_PIXELS';
    return { width, height, pixels: sharp(rgba, { raw: { width, height, channels: 4 } }) };
  }
  // A file cut off is an error, a phone's odd marker is none.
  const options = { pages: 1, failOn: 'error', sequentialRead: true, limitInputPixels: false } as const;
  const { width, height } = await sharp(bytes, options).metadata();
  if (width * height > MOST_PIXELS) return 'TOO_MANY_PIXELS';
  return { width, height, pixels: sharp(bytes, options) };
}
