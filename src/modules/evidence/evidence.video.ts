import { hasActiveContent } from './evidence.active';
import { type Box, boxesIn, numberAt } from './evidence.boxes';
import { type Inspection, rejected } from './evidence.rules';

/** Seconds between the year 1904, when the clock of such files begins, and 1970. */
const EPOCH_SECONDS = 2_082_844_800;
/** 1 January 2000: a phone whose clock says less does not know the time. */
const FIRST_TIME = 946_684_800;
/** Longest video that is believed; a length beyond is a lie. */
const MOST_SECONDS = 24 * 3600;

/**
 * Reads a video's index: how long it is, how large, when it was taken. `bytes` are the boxes `ftyp` and `moov`; that the
 * file around them is whole has been seen while it was read. The pictures are not decoded.
 */
export function inspectVideo(bytes: Uint8Array): Inspection {
  if (hasActiveContent(bytes)) return rejected('ACTIVE_CONTENT');
  const moov = inside(bytes, 'moov');
  const header = moov && inside(moov, 'mvhd');
  const seconds = header && lengthOf(header);
  if (moov === undefined || header === undefined || seconds === undefined) return rejected('NOT_DECODABLE');
  const size = boxesIn(moov)
    .filter(({ type }) => type === 'trak')
    .map(({ content }) => sizeOfTrack(content))
    .find((found) => found !== undefined);
  if (size === undefined) return rejected('NOT_DECODABLE');
  return { verdict: 'VERIFIED', ...size, seconds, takenAt: timeOf(header) };
}

function inside(bytes: Uint8Array, type: string): Uint8Array | undefined {
  return boxesIn(bytes).find((box: Box) => box.type === type)?.content;
}

/** `mvhd`: version, flags, creation, modification, timescale, duration; times of eight bytes in version 1. */
function lengthOf(header: Uint8Array): number | undefined {
  const wide = header[0] === 1;
  const scale = numberAt(header, wide ? 20 : 12, 4);
  const duration = numberAt(header, wide ? 24 : 16, wide ? 8 : 4);
  if (scale === undefined || duration === undefined || scale === 0) return undefined;
  const seconds = Math.round((duration / scale) * 1000) / 1000;
  return seconds > 0 && seconds <= MOST_SECONDS ? seconds : undefined;
}

function timeOf(header: Uint8Array): Date | undefined {
  const created = numberAt(header, 4, header[0] === 1 ? 8 : 4) ?? 0;
  const seconds = created - EPOCH_SECONDS;
  return seconds >= FIRST_TIME && seconds < 2 ** 32 ? new Date(seconds * 1000) : undefined;
}

/** Width and height of a track of pictures, from the end of its `tkhd`; undefined for one of sound. */
function sizeOfTrack(track: Uint8Array): { width: number; height: number } | undefined {
  const media = inside(track, 'mdia');
  const handler = media && inside(media, 'hdlr');
  if (handler === undefined || Buffer.from(handler.subarray(8, 12)).toString('latin1') !== 'vide')
    return undefined;
  const header = inside(track, 'tkhd');
  const at = header?.[0] === 1 ? 88 : 76;
  const width = header && numberAt(header, at, 2);
  const height = header && numberAt(header, at + 4, 2);
  return width === undefined || height === undefined || width * height === 0 ? undefined : { width, height };
}
