import { createHash } from 'node:crypto';

/** The SHA-256 (hexadecimal) of the JSON of a list, of which links of chains are made: any client can make it again. */
export function listHash(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex');
}
