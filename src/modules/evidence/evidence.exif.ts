/** When and where a picture says it was taken; either may be missing. */
export interface Taken {
  readonly takenAt?: Date | undefined;
  /** WGS 84. */
  readonly place?: { readonly latitude: number; readonly longitude: number } | undefined;
}

const TAGS = [
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'GPSLatitude',
  'GPSLongitude',
  'GPSLatitudeRef',
  'GPSLongitudeRef',
];

/** Reads time and place from EXIF. Whatever is wrong with it, the picture is still a picture. */
export async function readExif(bytes: Uint8Array): Promise<Taken> {
  const { default: exifr } = await import('exifr');
  try {
    // Values as they stand: exifr's own dates would take the time zone of this machine.
    const found = (await exifr.parse(bytes, { pick: TAGS, reviveValues: false })) as
      Record<string, unknown> | undefined;
    return { takenAt: timeOf(found ?? {}), place: placeOf(found ?? {}) };
  } catch {
    return {};
  }
}

/** EXIF has local time and, from newer phones, its offset; without one the picture was taken in China. */
function timeOf({
  DateTimeOriginal: local,
  OffsetTimeOriginal: offset,
}: Record<string, unknown>): Date | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(typeof local === 'string' ? local : '');
  if (parts === null) return undefined;
  const [, year = '', month = '', day = '', time = ''] = parts;
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : '+08:00';
  const takenAt = new Date(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isNaN(takenAt.getTime()) ? undefined : takenAt;
}

function placeOf(tags: Record<string, unknown>): Taken['place'] {
  const { latitude, longitude } = tags;
  const onEarth =
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0);
  return onEarth ? { latitude: round(latitude), longitude: round(longitude) } : undefined;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
