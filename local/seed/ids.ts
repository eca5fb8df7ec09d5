import { v7 } from 'uuid';

/** 2026-01-01 in Shanghai: the moment all seeded ids claim to be made. */
const SEEDED_AT = Date.UTC(2025, 11, 31, 16);

/** A UUID version 7 that is the same at each seeding; `kind` and `number` make it unique. */
export function seedId(kind: 'PERSON' | 'HOUSEHOLD' | 'CASE' | 'MOVE', number: number): string {
  const kinds = { PERSON: 1, HOUSEHOLD: 2, CASE: 3, MOVE: 4 };
  const random = new Uint8Array(16).fill(0);
  random[14] = number >> 8;
  random[15] = number & 255;
  return v7({ msecs: SEEDED_AT + kinds[kind], seq: number, random });
}
