import { box, ftyp, makeVideo, moov, mvhd, track } from '../video';
import { type Hostile, text } from './parts';

const mp4 = (name: string, becomes: string, make: Hostile['make']): Hostile => ({
  name,
  becomes,
  contentType: 'video/mp4',
  make,
});
const film = (...boxes: readonly Uint8Array[]) =>
  Buffer.concat([ftyp('isom'), box('mdat', Buffer.alloc(64)), ...boxes]);

/** A box that says it is this long. */
function lying(type: string, content: Uint8Array, claimed: number): Buffer {
  const lie = box(type, content);
  lie.writeUInt32BE(claimed);
  return lie;
}

/** A box whose length has eight bytes. */
function wide(type: string, claimed: bigint): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(type, 4, 'latin1');
  head.writeBigUInt64BE(claimed, 8);
  return head;
}

function nested(type: string, depth: number): Buffer {
  let inner: Buffer = Buffer.alloc(0);
  for (let level = 0; level < depth; level += 1) inner = box(type, inner);
  return inner;
}

/** An index head whose number at an offset is this. */
function head(offset: number, value: number): Buffer {
  const box8 = mvhd();
  box8.writeUInt32BE(value, 8 + offset);
  return box8;
}

/** Films that are broken or lie about themselves. */
export const VIDEOS: readonly Hostile[] = [
  mp4('an MP4 without an index', 'NOT_DECODABLE', () => film()),
  mp4('an MP4 without media', 'NOT_DECODABLE', () => Buffer.concat([ftyp('isom'), moov()])),
  mp4('an MP4 with a box longer than itself', 'NOT_DECODABLE', () =>
    film(moov(), lying('free', Buffer.alloc(8), 9_000_000)),
  ),
  mp4('an MP4 with a box of no length', 'NOT_DECODABLE', () => film(lying('moov', Buffer.alloc(8), 4))),
  mp4('an MP4 with a box of nine million terabytes', 'NOT_DECODABLE', () =>
    film(moov(), wide('free', 0xffff_ffff_ffff_ffffn)),
  ),
  mp4('an MP4 cut off', 'NOT_DECODABLE', () => {
    const bytes = makeVideo();
    return bytes.subarray(0, bytes.length - 40);
  }),
  mp4('an MP4 of a hundred thousand tiny boxes', 'NOT_DECODABLE', () =>
    film(Buffer.concat(Array.from({ length: 100_000 }, () => box('free'))), moov()),
  ),
  mp4('an MP4 of boxes in boxes without end', 'NOT_DECODABLE', () => film(nested('moov', 20_000))),
  mp4('an MP4 with an index of 40 MB', 'NOT_DECODABLE', () =>
    film(moov({}, box('udta', Buffer.alloc(40_000_000)))),
  ),
  mp4('an MP4 with two indexes', 'NOT_DECODABLE', () => film(moov(), moov({ seconds: 1 }))),
  mp4('an MP4 whose second has no parts', 'NOT_DECODABLE', () => film(box('moov', head(12, 0), track()))),
  mp4('an MP4 of fifty days', 'NOT_DECODABLE', () => film(box('moov', head(16, 0xffff_ffff), track()))),
  mp4('an MP4 of no length', 'NOT_DECODABLE', () => film(box('moov', head(16, 0), track()))),
  mp4('an MP4 without pictures', 'NOT_DECODABLE', () => film(box('moov', mvhd()))),
  mp4('an MP4 of half a million tracks', 'NOT_DECODABLE', () =>
    film(box('moov', mvhd(), Buffer.concat(Array.from({ length: 500_000 }, () => box('trak'))))),
  ),
  mp4('an MP4 with a page in its index', 'ACTIVE_CONTENT', () =>
    film(moov({}, box('udta', text('<html><script>alert(1)</script>')))),
  ),
];
