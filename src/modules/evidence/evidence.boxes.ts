/** A box of an ISO base media file (MP4, MOV): four bytes of length, four letters of type, then its content. */
export interface Box {
  readonly type: string;
  readonly content: Uint8Array;
}

/** Most boxes in one: phones write fewer than ten, with a track each for sound and position. */
const MOST_BOXES = 1_000;

/** The head of a box: what it is and how long, with the head itself; 0 means to the end of the file. */
export interface BoxHead {
  readonly type: string;
  readonly headBytes: number;
  readonly size: number;
}

/** Bytes that are enough to know any head. */
export const LONGEST_HEAD = 16;

/** The head that begins at `offset`; undefined when there are too few bytes or its length cannot be. */
export function headAt(bytes: Uint8Array, offset = 0): BoxHead | undefined {
  const short = numberAt(bytes, offset, 4);
  if (short === undefined || bytes.length - offset < 8) return undefined;
  const type = Buffer.from(bytes.subarray(offset + 4, offset + 8)).toString('latin1');
  if (short === 0) return { type, headBytes: 8, size: 0 };
  // 1: the length is in the next eight bytes.
  const long = short === 1 ? numberAt(bytes, offset + 8, 8) : short;
  const headBytes = short === 1 ? 16 : 8;
  return long === undefined || long < headBytes ? undefined : { type, headBytes, size: long };
}

/** The boxes that lie one after another in `bytes`, up to the first whose length is a lie. */
export function boxesIn(bytes: Uint8Array): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length && boxes.length < MOST_BOXES;) {
    const head = headAt(bytes, at);
    const end = at + (head?.size === 0 ? bytes.length - at : (head?.size ?? Infinity));
    if (head === undefined || end > bytes.length) break;
    boxes.push({ type: head.type, content: bytes.subarray(at + head.headBytes, end) });
    at = end;
  }
  return boxes;
}

/** The unsigned number of so many bytes at `offset`; undefined when the bytes end before. */
export function numberAt(bytes: Uint8Array, offset: number, length: 2 | 4 | 8): number | undefined {
  if (offset + length > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  if (length === 2) return view.getUint16(0);
  return length === 4 ? view.getUint32(0) : Number(view.getBigUint64(0));
}
