import { type Inspection, PDF_LIMITS, REJECTION_REASONS, type RejectionReason } from './evidence.rules';

/** What the decoder says, beside the pictures: times as RFC 3339. */
interface Words {
  readonly reason?: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly seconds?: unknown;
  readonly takenAt?: unknown;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
  readonly pages?: unknown;
  /** Lengths of the pictures that follow, or of the copy of a PDF. */
  readonly thumbnail?: unknown;
  readonly picture?: unknown;
  readonly copy?: unknown;
}

/** An inspection as bytes: four bytes of length, JSON, then the thumbnail and the picture, or the copy. */
export function packAnswer(found: Inspection): Uint8Array {
  const words = Buffer.from(JSON.stringify(wordsOf(found)));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(words.length);
  return Buffer.concat([head, words, ...servedOf(found)]);
}

function servedOf(found: Inspection): readonly Uint8Array[] {
  if (found.verdict === 'REJECTED') return [];
  const { renditions, copy } = found;
  if (renditions !== undefined) return [renditions.thumbnail, renditions.picture];
  return copy === undefined ? [] : [copy];
}

function wordsOf(found: Inspection): Words {
  if (found.verdict === 'REJECTED') return { reason: found.reason };
  const { width, height, seconds, pages, takenAt, place, renditions, copy } = found;
  return {
    ...{ width, height, seconds, pages, takenAt: takenAt?.toISOString(), ...place },
    ...{ thumbnail: renditions?.thumbnail.length, picture: renditions?.picture.length },
    copy: copy?.length,
  };
}

/**
 * Reads such an answer, trusting none of it: whoever wrote it has been in the hands of the file. Undefined when it is not
 * one.
 */
export function readAnswer(bytes: Uint8Array): Inspection | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = buffer.length < 4 ? 0 : buffer.readUInt32BE(0);
  if (length === 0 || 4 + length > buffer.length) return undefined;
  try {
    const words = JSON.parse(buffer.toString('utf8', 4, 4 + length)) as Words | null;
    return words === null ? undefined : inspectionOf(words, buffer.subarray(4 + length));
  } catch {
    return undefined;
  }
}

function inspectionOf(words: Words, served: Buffer): Inspection | undefined {
  if (words.reason !== undefined) {
    const reason = REJECTION_REASONS.find((known: RejectionReason) => known === words.reason);
    return reason && { verdict: 'REJECTED', reason };
  }
  const [latitude, longitude] = [numberIn(words.latitude, 90), numberIn(words.longitude, 180)];
  const takenAt = typeof words.takenAt === 'string' ? new Date(words.takenAt) : undefined;
  const cut = numberIn(words.thumbnail, served.length);
  const [thumbnail, picture] = [served.subarray(0, cut ?? 0), served.subarray(cut ?? 0)];
  if (cut !== undefined && !(isWebp(thumbnail) && isWebp(picture))) return undefined;
  const hasCopy = words.copy !== undefined;
  if (hasCopy && (words.copy !== served.length || !isPdf(served))) return undefined;
  return {
    verdict: 'VERIFIED',
    width: numberIn(words.width, 1e6),
    height: numberIn(words.height, 1e6),
    seconds: numberIn(words.seconds, 1e6),
    pages: numberIn(words.pages, PDF_LIMITS.pages),
    takenAt: takenAt && !Number.isNaN(takenAt.getTime()) ? takenAt : undefined,
    place: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
    renditions: cut === undefined ? undefined : { thumbnail, picture },
    copy: hasCopy ? served : undefined,
  };
}

function numberIn(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= most ? value : undefined;
}

function isWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}

function isPdf(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 5) === '%PDF-';
}
