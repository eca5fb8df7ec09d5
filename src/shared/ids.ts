import { v7, validate, version } from 'uuid';

/** A new server-made id: UUID version 7, whose first 48 bits are the time, so that ids sort by age. */
export function newId(): string {
  return v7();
}

/** Whether a client-made id is a UUID version 7 in its lower-case canonical form (design: ids of field records). */
export function isId(value: string): boolean {
  return validate(value) && version(value) === 7 && value === value.toLowerCase();
}
