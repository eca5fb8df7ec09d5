import { type Inspection, rejected } from './evidence.rules';

/** A box of an ISO base media file (MP4, MOV): four bytes of length, four letters of type, then its content. */
interface Box {
  readonly type: string;
  readonly size: number;
}

/** Most boxes at the top of a file: phones write fewer than ten. */
const MOST_BOXES = 1_000;

/**
 * Checks that a video is whole: its boxes follow each other to the last byte, with the index (`moov`) and the media
 * (`mdat`) among them. It is not decoded and has no thumbnail yet.
 */
export function inspectVideo(bytes: Uint8Array): Inspection {
  const types = new Set<string>();
  let offset = 0;
  for (let count = 0; offset < bytes.length; count += 1) {
    const box = boxAt(bytes, offset);
    if (box === undefined || count >= MOST_BOXES) return rejected('NOT_DECODABLE');
    types.add(box.type);
    offset += box.size;
  }
  const whole = offset === bytes.length && types.has('ftyp') && types.has('moov') && types.has('mdat');
  return whole ? { verdict: 'VERIFIED' } : rejected('NOT_DECODABLE');
}

/** The box that begins at `offset`; undefined when its length is a lie. */
function boxAt(bytes: Uint8Array, offset: number): Box | undefined {
  const rest = bytes.length - offset;
  if (rest < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, Math.min(rest, 16));
  const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
  const short = view.getUint32(0);
  // 0: to the end of the file. 1: the length is in the next eight bytes.
  const size = short === 0 ? rest : short === 1 && rest >= 16 ? Number(view.getBigUint64(8)) : short;
  return size >= 8 && size <= rest ? { type, size } : undefined;
}
