import { v7 } from 'uuid';

/** The time and the counter in a UUID version 7, as `uuid` writes them. */
function partsOf(id: string): { readonly msecs: number; readonly seq: number } {
  const digits = id.replaceAll('-', '');
  const high = Number.parseInt(digits.slice(13, 16), 16);
  const low = (Number.parseInt(digits.slice(16, 22), 16) >> 2) & 0xf_ffff;
  return { msecs: Number.parseInt(digits.slice(0, 12), 16), seq: high * 2 ** 20 + low };
}

const MOST_SEQ = 0xffff_ffff;

/**
 * A new UUID version 7 that sorts after `last`, also when the clock was set back meanwhile: what was entered first on a
 * device sorts first.
 */
export function newIdAfter(last: string | undefined, now: number, random: () => number): string {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
  const known = last === undefined ? undefined : partsOf(last);
  if (known === undefined || now > known.msecs) {
    return v7({ msecs: now, seq: Math.floor(random() * 0x7fff_ffff), random: bytes });
  }
  const full = known.seq >= MOST_SEQ;
  return v7({ msecs: known.msecs + (full ? 1 : 0), seq: full ? 0 : known.seq + 1, random: bytes });
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** All UUIDs version 7 in what was entered, each once. */
export function idsIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value).match(UUID))];
}

/** Whether a text is a UUID version 7 in its lower-case form. */
export function isId(text: string): boolean {
  return text.length === 36 && idsIn(text).length === 1;
}
