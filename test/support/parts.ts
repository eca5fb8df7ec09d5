import { createHash } from 'node:crypto';
import { PART_BYTES } from '../../src/modules/evidence/evidence-upload.rules';

/** SHA-256 as it is announced. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

/** The parts in which a file is sent. */
export function cut(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_none, index) =>
    bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES),
  );
}

/** Sends a part of an upload to the address that was signed for it. */
export async function sendPart(
  part: { readonly number: number; readonly url?: string | null; readonly sha256: string },
  bytes: Uint8Array,
): Promise<Response> {
  return fetch(part.url ?? '', {
    method: 'PUT',
    headers: { 'x-amz-checksum-sha256': part.sha256 },
    body: Uint8Array.from(bytes),
  });
}
