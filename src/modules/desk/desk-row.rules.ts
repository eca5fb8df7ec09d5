/** What is kept on a desk: that it lies there, or that it has left. */
interface Kept {
  /** Seconds since 1970, of one that has left. */
  readonly expiresAt?: number | undefined;
}

/** How long one that has left a desk is kept as such, in ms: longer than the stream brings anything again. */
const KEPT_MS = 15 * 86_400_000;

/** How a row is marked by whether it lies there at a moment. */
export function markedBy(isThere: boolean, now: Date): Kept {
  return isThere ? {} : { expiresAt: Math.ceil((now.getTime() + KEPT_MS) / 1000) };
}

/** Whether a row lies on its desk. */
export function liesThere({ expiresAt }: Kept): boolean {
  return expiresAt === undefined;
}
