import { type Incoming } from '../../src/modules/evidence/evidence.inspection';

/** Bytes as a store brings them: in pieces. */
export function incoming(bytes: Uint8Array, pieceBytes = 65_536): Incoming {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
  }
  return { size: bytes.length, chunks: pieces() };
}
