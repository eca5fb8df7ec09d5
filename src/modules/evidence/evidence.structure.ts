/** What a picture's own table of contents says, before anything is decoded. */
export interface Structure {
  readonly frames: number;
  /** Bytes of EXIF, colour profile, XMP and comments, as they stand in the file. */
  readonly metadataBytes: number;
}

const ONE: Structure = { frames: 1, metadataBytes: 0 };

/** Reads how many frames and how much metadata a picture has; lengths that lie end the reading, not the process. */
export function structureOf(bytes: Uint8Array, contentType: string): Structure {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (contentType === 'image/jpeg') return ofJpeg(buffer);
  if (contentType === 'image/png') return ofPng(buffer);
  if (contentType === 'image/webp') return ofWebp(buffer);
  return ONE;
}

/** Segments up to the pixels: `FF`, marker, two bytes of length. */
function ofJpeg(buffer: Buffer): Structure {
  let metadataBytes = 0;
  for (let at = 2; at + 4 <= buffer.length;) {
    if (buffer[at] !== 0xff) break;
    const marker = buffer[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) break;
    const length = buffer.readUInt16BE(at + 2);
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) metadataBytes += length;
    at += 2 + Math.max(2, length);
  }
  return { frames: 1, metadataBytes };
}

const PNG_METADATA = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP', 'sPLT', 'hIST']);

/** Chunks: four bytes of length, four letters, content, four bytes of checksum. `acTL` says how many frames there are. */
function ofPng(buffer: Buffer): Structure {
  let [frames, controls, metadataBytes] = [1, 0, 0];
  for (let at = 8; at + 8 <= buffer.length;) {
    const length = buffer.readUInt32BE(at);
    const type = buffer.toString('latin1', at + 4, at + 8);
    if (type === 'acTL' && at + 12 <= buffer.length) frames = Math.max(1, buffer.readUInt32BE(at + 8));
    if (type === 'fcTL') controls += 1;
    if (PNG_METADATA.has(type)) metadataBytes += length;
    at += 12 + length;
  }
  return { frames: Math.max(frames, controls), metadataBytes };
}

const WEBP_METADATA = new Set(['EXIF', 'XMP ', 'ICCP']);

/** Chunks of a RIFF file: four letters, four bytes of length, content padded to even length. */
function ofWebp(buffer: Buffer): Structure {
  let [frames, metadataBytes] = [0, 0];
  for (let at = 12; at + 8 <= buffer.length;) {
    const type = buffer.toString('latin1', at, at + 4);
    const length = buffer.readUInt32LE(at + 4);
    if (type === 'ANMF') frames += 1;
    if (WEBP_METADATA.has(type)) metadataBytes += length;
    at += 8 + length + (length % 2);
  }
  return { frames: Math.max(1, frames), metadataBytes };
}
