import { sha256 } from '@noble/hashes/sha2.js';

/** Bytes of each part of an upload in parts, as the server cuts them. */
export const PART_BYTES = 8 * 1024 * 1024;

/** SHA-256 of a file as the API wants it: base64. Read in pieces, so that a film never lies in memory whole. */
export async function sha256Of(blob: Blob): Promise<string> {
  if (blob.size <= PART_BYTES) return digestOf(await blob.arrayBuffer());
  const hash = sha256.create();
  for (let at = 0; at < blob.size; at += PART_BYTES)
    hash.update(new Uint8Array(await blob.slice(at, at + PART_BYTES).arrayBuffer()));
  return base64(hash.digest());
}

/** SHA-256 of each part of a file. */
export async function partHashesOf(blob: Blob, partSize = PART_BYTES): Promise<string[]> {
  const hashes: string[] = [];
  for (let at = 0; at < blob.size; at += partSize)
    hashes.push(await digestOf(await blob.slice(at, at + partSize).arrayBuffer()));
  return hashes;
}

/** By the browser where it offers it (only to pages that came over TLS or from this machine), else by the library. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const { crypto } = globalThis as { readonly crypto?: { readonly subtle?: SubtleDigest } };
  if (crypto?.subtle === undefined) return base64(sha256(new Uint8Array(bytes)));
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

interface SubtleDigest {
  digest(algorithm: string, bytes: ArrayBuffer): Promise<ArrayBuffer>;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
