import { boxesIn, headAt } from './evidence.boxes';

/** Segments of a JPEG that its pixels need: JFIF, a colour profile, what Adobe says of its colours. */
const KEPT_SEGMENTS = new Set([0xe0, 0xe2, 0xee]);

/**
 * A JPEG without EXIF, XMP, comments, and whatever stands behind its end; its pixels are not touched. Undefined where it is
 * none, or is cut off.
 */
export function bareJpeg(jpeg: Buffer): Buffer | undefined {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return undefined;
  const kept: Buffer[] = [jpeg.subarray(0, 2)];
  for (let at = 2; at + 2 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return undefined;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xd9) return Buffer.concat([...kept, jpeg.subarray(at, at + 2)]);
    // FF may be repeated before a marker.
    if (marker === 0xff) at += 1;
    else {
      if (at + 4 > jpeg.length) return undefined;
      const end = at + 2 + jpeg.readUInt16BE(at + 2);
      const after = marker === 0xda ? endOfScan(jpeg, end) : end;
      const isExtra = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
      if (!isExtra || KEPT_SEGMENTS.has(marker)) kept.push(jpeg.subarray(at, after));
      at = after;
    }
  }
  return undefined;
}

/** Where the next marker stands behind a scan: FF that is neither stuffed (00) nor a restart (D0 to D7). */
function endOfScan(jpeg: Buffer, from: number): number {
  let at = jpeg.indexOf(0xff, from);
  while (at !== -1 && at + 1 < jpeg.length) {
    const next = jpeg[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = jpeg.indexOf(0xff, at + 2);
  }
  return jpeg.length;
}

/** Boxes of a JPEG 2000 file that its pixels need. */
const KEPT_BOXES = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);

/** A JPEG 2000 without what stands beside its pixels; one that is pixels alone is as it was. */
export function bareJp2(jp2: Buffer): Buffer | undefined {
  if (headAt(jp2)?.type !== 'jP  ') return jp2;
  const kept = boxesIn(jp2).filter(({ type }) => KEPT_BOXES.has(type));
  return kept.some(({ type }) => type === 'jp2c') ? Buffer.concat(kept.map(boxOf)) : undefined;
}

function boxOf({ type, content }: { type: string; content: Uint8Array }): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}
