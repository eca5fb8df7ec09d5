import { listHash } from '../../shared/list-hash';

/** What a link is made of, beside the one before it. */
export interface ChainPart {
  readonly id: string;
  /** SHA-256 of the file, base64. */
  readonly sha256: string;
  /** When it was verified. */
  readonly checkedAt: Date;
  /** Id of the person who sent it. */
  readonly by: string;
}

/**
 * One link of a record's chain: the SHA-256 (hexadecimal) of the JSON list of the link before it, the file's hash, its id,
 * its time and who sent it. Whoever has noted a link sees by it whether anything before was changed, left out or added.
 */
export function linkOf(before: string, { sha256, id, checkedAt, by }: ChainPart): string {
  return listHash([before, sha256, id, checkedAt.toISOString(), by]);
}
