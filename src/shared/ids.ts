import { createHash } from 'node:crypto';
import { v7, validate, version } from 'uuid';

/** A new server-made id: UUID version 7, whose first 48 bits are the time, so that ids sort by age. */
export function newId(): string {
  return v7();
}

/** Whether a client-made id is a UUID version 7 in its lower-case canonical form (design: ids of field records). */
export function isId(value: string): boolean {
  return validate(value) && version(value) === 7 && value === value.toLowerCase();
}

/** 2026-01-01 in Shanghai: the moment that derived ids claim to be made at. */
const DERIVED_AT = Date.UTC(2025, 11, 31, 16);

/**
 * An id (UUID version 7 in form) that is the same for the same text: a file imported twice meets its own records. Give a
 * keyed hash where nobody may guess the text from the id.
 */
export function derivedId(text: string): string {
  const random = new Uint8Array(createHash('sha256').update(text).digest().subarray(0, 16));
  return v7({ msecs: DERIVED_AT, random });
}

/** A UUID in 22 characters instead of 36, where many are kept. */
export function shortId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The UUID that was shortened so. */
export function longId(short: string): string {
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
