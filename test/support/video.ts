import { randomBytes } from 'node:crypto';

/** A box of an MP4: its length, its type, its content. */
export function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** The box that says what a file is. */
export function ftyp(brand: string): Buffer {
  return box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1'));
}

/** What an index says; times in seconds. */
export interface VideoFacts {
  readonly seconds?: number;
  readonly takenAt?: Date;
  readonly width?: number;
  readonly height?: number;
}

/** The index of a film with one track of pictures. */
export function moov(facts: VideoFacts = {}, ...more: readonly Uint8Array[]): Buffer {
  return box('moov', mvhd(facts), track(facts), ...more);
}

/** The head of an index, in a thousand parts a second. */
export function mvhd({ seconds = 12.5, takenAt }: VideoFacts = {}): Buffer {
  const header = Buffer.alloc(100);
  if (takenAt) header.writeUInt32BE(takenAt.getTime() / 1000 + 2_082_844_800, 4);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(seconds * 1000, 16);
  return box('mvhd', header);
}

/** A track of pictures. */
export function track({ width = 1920, height = 1080 }: VideoFacts = {}): Buffer {
  const header = Buffer.alloc(84);
  header.writeUInt16BE(width, 76);
  header.writeUInt16BE(height, 80);
  const handler = Buffer.alloc(24);
  handler.write('vide', 8, 'latin1');
  return box('trak', box('tkhd', header), box('mdia', box('hdlr', handler)));
}

/** A film as a phone writes it: type, media, index at the end. */
export function makeVideo(
  options: VideoFacts & { readonly brand?: string; readonly mediaBytes?: number } = {},
): Buffer {
  const { brand = 'isom', mediaBytes = 4_000 } = options;
  return Buffer.concat([ftyp(brand), box('mdat', randomBytes(mediaBytes)), moov(options)]);
}
