import { createHash } from 'node:crypto';
import { inspectPhoto } from './evidence.photo';
import { CONTENT_TYPES, MOST_BYTES, type RejectionReason } from './evidence.rules';
import { inspectVideo } from './evidence.video';

/** What was announced of a file. */
export interface Announced {
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
}

/** What looking at a file came to. */
export type Inspection =
  | {
      readonly verdict: 'VERIFIED';
      readonly width?: number | undefined;
      readonly height?: number | undefined;
      readonly takenAt?: Date | undefined;
      /** WGS 84, as EXIF has it. */
      readonly place?: { readonly latitude: number; readonly longitude: number } | undefined;
      /** WebP, longest side 480 pixels, upright, without metadata. */
      readonly thumbnail?: Uint8Array | undefined;
    }
  | { readonly verdict: 'REJECTED'; readonly reason: RejectionReason };

/** The inspection of a file that is refused. */
export function rejected(reason: RejectionReason): Inspection {
  return { verdict: 'REJECTED', reason };
}

/**
 * Looks at a file's bytes: size, hash and true type first, decoding last, so that the cheapest doubt decides. Never
 * throws for what the bytes are.
 */
export async function inspectEvidence(bytes: Uint8Array, announced: Announced): Promise<Inspection> {
  if (bytes.length === 0) return rejected('EMPTY');
  if (bytes.length !== announced.size) return rejected('SIZE_MISMATCH');
  if (createHash('sha256').update(bytes).digest('base64') !== announced.sha256)
    return rejected('HASH_MISMATCH');
  const contentType = await trueType(bytes);
  const kind = contentType === undefined ? undefined : CONTENT_TYPES[contentType];
  if (contentType === undefined || kind === undefined) return rejected('TYPE_NOT_ALLOWED');
  if (contentType !== announced.contentType) return rejected('TYPE_MISMATCH');
  if (bytes.length > MOST_BYTES[kind]) return rejected('TOO_LARGE');
  return kind === 'PHOTO' ? inspectPhoto(bytes, contentType) : inspectVideo(bytes);
}

/** The content type by the first bytes, whatever the file's name or form says. */
async function trueType(bytes: Uint8Array): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type/core');
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    // A file that ends within its own header is of no type.
    return undefined;
  }
}
