import { v7 } from 'uuid';

/** 2026-01-01 in Shanghai: the moment all seeded ids claim to be made. */
const SEEDED_AT = Date.UTC(2025, 11, 31, 16);

const KINDS = {
  PERSON: 1,
  HOUSEHOLD: 2,
  CASE: 3,
  MOVE: 4,
  APPOINTMENT: 5,
  HOUSEHOLD_SET: 6,
  ORGANISATION: 11,
  PREMISES: 12,
  FACILITY: 13,
  LOG_ENTRY: 14,
  WORK_PLAN: 15,
  EVIDENCE: 16,
  RESIDENT: 20,
  WORKER: 21,
  DOUBLE_RECORD: 22,
  VISIT: 30,
  SHEET: 31,
  SHEET_CHANGE: 32,
  SHEET_FILL: 33,
  ROUTING: 34,
  MEDIATION: 35,
  NOTICE: 38,
  SERVICE: 36,
  APPLICATION: 37,
  INSPECTION: 40,
  COUNTER: 42,
  BOOKING: 43,
  ACCOUNT: 44,
  BINDING: 45,
} as const;

/** A UUID version 7 that is the same at each seeding; `kind` and `number` make it unique. */
export function seedId(kind: keyof typeof KINDS, number: number): string {
  const random = new Uint8Array(16).fill(0);
  random[14] = number >> 8;
  random[15] = number & 255;
  return v7({ msecs: SEEDED_AT + KINDS[kind], seq: number, random });
}
