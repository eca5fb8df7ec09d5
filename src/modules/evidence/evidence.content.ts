import { inspectPhoto } from './evidence.photo';
import { CONTENT_TYPES, type Inspection, rejected } from './evidence.rules';
import { inspectVideo } from './evidence.video';

/**
 * Looks into a file: its true type, then what is in it. Of a video `bytes` are its type and index only. Never throws for
 * what the bytes are. All of it runs where it can be killed: see `evidence.decoder.ts`.
 */
export async function inspectContent(bytes: Uint8Array, announced: string): Promise<Inspection> {
  const contentType = await trueType(bytes);
  const kind = contentType === undefined ? undefined : CONTENT_TYPES[contentType];
  if (contentType === undefined || kind === undefined) return rejected('TYPE_NOT_ALLOWED');
  if (contentType !== announced) return rejected('TYPE_MISMATCH');
  if (kind === 'PHOTO') return inspectPhoto(bytes, contentType);
  return kind === 'VIDEO' ? inspectVideo(bytes) : (await import('./evidence.pdf')).inspectPdf(bytes);
}

/** The content type by the first bytes, whatever the file's name or form says. */
async function trueType(bytes: Uint8Array): Promise<string | undefined> {
  // Readers look for this further behind, too; what has something else before it is something else.
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return 'application/pdf';
  const { fileTypeFromBuffer } = await import('file-type/core');
  try {
    const mime = (await fileTypeFromBuffer(bytes))?.mime;
    // An animation is a PNG of too many frames, and is told so.
    return mime === 'image/apng' ? 'image/png' : mime;
  } catch {
    // A file that ends within its own header is of no type.
    return undefined;
  }
}
