import { createHash } from 'node:crypto';
import { inspectPhoto } from './evidence.photo';
import { CONTENT_TYPES, type Inspection, MOST_BYTES, rejected } from './evidence.rules';
import { inspectVideo } from './evidence.video';

/** What was announced of a file. */
export interface Announced {
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
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
