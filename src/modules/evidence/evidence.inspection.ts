import { createHash } from 'node:crypto';
import { CONTENT_TYPES, type EvidenceKind, type Inspection, MOST_BYTES, rejected } from './evidence.rules';
import { BoxWalk } from './evidence.walk';

/** What was announced of a file. */
export interface Announced {
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
}

/** A file as it comes from a store: how long it says it is, and its bytes, once. */
export interface Incoming {
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Looks into what was kept of a file. */
export type Decode = (bytes: Uint8Array, contentType: string) => Promise<Inspection>;

/**
 * Looks at a file as it passes: size and hash first, decoding last, so that the cheapest doubt decides. A photo or a PDF is
 * held in memory, of a video only its index. Never throws for what the bytes are.
 */
export async function inspectEvidence(
  file: Incoming,
  announced: Announced,
  decode: Decode,
): Promise<Inspection> {
  const kind = CONTENT_TYPES[announced.contentType];
  if (kind === undefined) return rejected('TYPE_NOT_ALLOWED');
  if (file.size === 0) return rejected('EMPTY');
  if (file.size > MOST_BYTES[kind]) return rejected('TOO_LARGE');
  if (file.size !== announced.size) return rejected('SIZE_MISMATCH');
  const hash = createHash('sha256');
  const keeper = keeperOf(kind, file.size);
  for await (const chunk of file.chunks) {
    hash.update(chunk);
    keeper.pass(chunk);
  }
  if (hash.digest('base64') !== announced.sha256) return rejected('HASH_MISMATCH');
  const bytes = keeper.end();
  // A video that is not whole may still be no video at all: its beginning tells which.
  if (bytes === undefined) return notWhole(keeper.beginning(), announced.contentType, decode);
  return decode(bytes, announced.contentType);
}

async function notWhole(beginning: Uint8Array, contentType: string, decode: Decode): Promise<Inspection> {
  const found = await decode(beginning, contentType);
  return found.verdict === 'REJECTED' ? found : rejected('NOT_DECODABLE');
}

/** What is kept of a file for the decoder while its bytes pass. */
interface Keeper {
  pass(chunk: Uint8Array): void;
  /** What the decoder looks at; undefined when the file is not whole. */
  end(): Uint8Array | undefined;
  beginning(): Uint8Array;
}

/** Bytes by which a type is known. */
const BEGINNING = 4_100;

function keeperOf(kind: EvidenceKind, size: number): Keeper {
  if (kind !== 'VIDEO') {
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    return {
      pass: (chunk) => {
        bytes.set(chunk.subarray(0, size - filled), filled);
        filled = Math.min(size, filled + chunk.length);
      },
      end: () => bytes.subarray(0, filled),
      beginning: () => bytes.subarray(0, BEGINNING),
    };
  }
  const walk = new BoxWalk();
  let beginning = Buffer.alloc(0);
  return {
    pass: (chunk) => {
      if (beginning.length < BEGINNING)
        beginning = Buffer.concat([beginning, chunk.subarray(0, BEGINNING - beginning.length)]);
      walk.pass(chunk);
    },
    end: () => walk.end(),
    beginning: () => beginning,
  };
}
