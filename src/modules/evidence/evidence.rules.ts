/** What a file is. */
export const EVIDENCE_KINDS = ['PHOTO', 'VIDEO', 'PDF'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a file shows of its record. */
export const EVIDENCE_ROLES = ['SCENE', 'BEFORE', 'DURING', 'AFTER', 'DOCUMENT'] as const;
export type EvidenceRole = (typeof EVIDENCE_ROLES)[number];

/** Where a file stands: promised, checked and good, checked and refused, never arrived, or removed. */
export const EVIDENCE_STATUSES = ['AWAITED', 'VERIFIED', 'REJECTED', 'EXPIRED', 'REMOVED'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/** Whether nothing more is to come of a file: it is there, or was. */
export function isSettled(status: EvidenceStatus): boolean {
  return status === 'VERIFIED' || status === 'REMOVED';
}

/** Why a file was refused. */
export const REJECTION_REASONS = [
  'EMPTY',
  'TOO_LARGE',
  'SIZE_MISMATCH',
  'HASH_MISMATCH',
  'TYPE_NOT_ALLOWED',
  'TYPE_MISMATCH',
  'NOT_DECODABLE',
  'TOO_MANY_PIXELS',
  'TOO_MANY_FRAMES',
  'METADATA_TOO_LARGE',
  'ACTIVE_CONTENT',
  'ENCRYPTED',
  'TOO_MANY_PAGES',
  'TOO_MANY_OBJECTS',
  'UNPACKS_TOO_LARGE',
  'TOO_LONG_TO_DECODE',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** What looking at a file came to. */
export type Inspection =
  | {
      readonly verdict: 'VERIFIED';
      readonly width?: number | undefined;
      readonly height?: number | undefined;
      /** Of a video. */
      readonly seconds?: number | undefined;
      readonly takenAt?: Date | undefined;
      /** WGS 84, as EXIF has it. */
      readonly place?: { readonly latitude: number; readonly longitude: number } | undefined;
      /** Of a picture. */
      readonly renditions?: Renditions | undefined;
      /** Of a PDF: how many pages it has, and what is served of it: these pages alone, in a document of their own. */
      readonly pages?: number | undefined;
      readonly copy?: Uint8Array | undefined;
    }
  | { readonly verdict: 'REJECTED'; readonly reason: RejectionReason };

/** What is served of a picture: made anew from its pixels as WebP, upright, without any metadata. */
export interface Renditions {
  /** Longest side at most 480 pixels. */
  readonly thumbnail: Uint8Array;
  /** Longest side at most 2,048 pixels. */
  readonly picture: Uint8Array;
}

/** The inspection of a file that is refused. */
export function rejected(reason: RejectionReason): Inspection {
  return { verdict: 'REJECTED', reason };
}

/** The content types taken, with the kind each is. */
export const CONTENT_TYPES: Readonly<Record<string, EvidenceKind>> = {
  'image/jpeg': 'PHOTO',
  'image/png': 'PHOTO',
  'image/webp': 'PHOTO',
  'image/heic': 'PHOTO',
  'video/mp4': 'VIDEO',
  'video/quicktime': 'VIDEO',
  'application/pdf': 'PDF',
};

const MEGABYTE = 1_000_000;

/** Most bytes of a file of each kind. */
export const MOST_BYTES: Readonly<Record<EvidenceKind, number>> = {
  PHOTO: 20 * MEGABYTE,
  VIDEO: 500 * MEGABYTE,
  /** As a photo: scanners write a megabyte a page at most, and a check holds it in memory. */
  PDF: 20 * MEGABYTE,
};

/** Most bytes of a file that is sent at once; a larger one goes in parts. */
export const MOST_BYTES_AT_ONCE = 100 * MEGABYTE;

/** Most bytes that one check of a record's files reads again; the rest follows in the next. */
export const MOST_BYTES_READ_AGAIN = 200 * MEGABYTE;

/** Whether a text is the SHA-256 of something: 32 bytes in base64. */
export function isSha256(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

/** Most pixels of a picture, looked at before it is decoded. */
export const MOST_PIXELS = 50_000_000;

/** Longest sides of what is made of a picture, in pixels. */
export const RENDITION_SIDES = { thumbnail: 480, picture: 2_048 } as const;

/** A photo has one picture; phones put a few into one HEIC. */
export const MOST_FRAMES = { animation: 1, heic: 16 } as const;

/** Most bytes of all that is in a picture beside its pixels: EXIF, colour profile, XMP. Phones write less than a tenth. */
export const MOST_METADATA_BYTES = 8 * MEGABYTE;

/** Most bytes of a video's index: an hour's is about two megabytes. */
export const MOST_INDEX_BYTES = 32 * MEGABYTE;

/**
 * The most that a PDF may have, looked at before or while it is read: pages, as a permit or a contract has them; objects,
 * of which a page has some hundred; bytes of packed objects, of all that is packed (a page scanned without loss has eight
 * to 25 MB), and of what is unpacked by the library in JavaScript, which takes its time.
 */
export const PDF_LIMITS = {
  pages: 50,
  objects: 100_000,
  objectBytes: 32 * MEGABYTE,
  unpackedBytes: 300 * MEGABYTE,
  slowlyUnpackedBytes: 50 * MEGABYTE,
} as const;

/** What the process that decodes one file may use before it is killed. */
export const DECODER_LIMITS = { seconds: 20, megabytes: 1_500 } as const;

/** Most files in one request, and on one record. */
export const MOST_SLOTS = { request: 9, record: 30 } as const;

/** How long a file that is missing is shown to whoever announced it, in days: afterwards it will not come. */
export const MISSED_FOR_DAYS = 30;

const MINUTE = 60_000;

/** How long a link to upload or to see a file lasts, in seconds. */
export const LINK_SECONDS = { upload: 15 * 60, part: 60 * 60, download: 5 * 60 } as const;

/** A file that has not arrived by then is no longer awaited (it is still checked when it comes). */
const AWAITED_FOR = 7 * 24 * 60 * MINUTE;

/**
 * When to look again for a file whose arrival was not announced: ten minutes after the slot was opened, then at twice
 * the age; undefined when it is no longer awaited. Bucket events can be lost, files must not be.
 */
export function nextLook(openedAt: Date, now: Date): Date | undefined {
  const age = now.getTime() - openedAt.getTime();
  return age >= AWAITED_FOR ? undefined : new Date(openedAt.getTime() + Math.max(10 * MINUTE, 2 * age));
}
