/** Bytes of each part of an upload in parts, but the last: S3 takes no less than five megabytes. */
export const PART_BYTES = 8 * 1024 * 1024;

/** The parts that a file of this size is cut into, by number, which begins at 1. */
export function partsFor(size: number): { readonly number: number; readonly size: number }[] {
  return Array.from({ length: Math.ceil(size / PART_BYTES) }, (_none, index) => ({
    number: index + 1,
    size: Math.min(PART_BYTES, size - index * PART_BYTES),
  }));
}

/** A part as the store has it. */
interface Stored {
  readonly number: number;
  readonly size: number;
  /** Of stores that keep it. */
  readonly sha256?: string | undefined;
}

/** Whether what lies in the store is the part that was announced, as far as the store can tell. */
export function isPart(stored: Stored, part: { readonly size: number }, sha256?: string): boolean {
  const sameBytes = sha256 === undefined || stored.sha256 === undefined || stored.sha256 === sha256;
  return stored.size === part.size && sameBytes;
}
