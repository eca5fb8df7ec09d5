import sharp from 'sharp';

/** A synthetic photo as a phone makes it: JPEG with EXIF time (Shanghai) and place (WGS 84). */
export async function makePhoto(options: {
  takenAt?: Date;
  place?: { latitude: number; longitude: number };
  caption?: string;
  width?: number;
  height?: number;
}): Promise<Buffer> {
  const { width = 1280, height = 960, caption = 'photo' } = options;
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#3a3a40"/>
    <rect y="70%" width="100%" height="30%" fill="#55555c"/>
    ${[0, 1, 2, 3].map((n) => `<rect x="${10 + n * 18}%" y="52%" width="15%" height="24%" fill="#b5743a" stroke="#7a4a1f" stroke-width="6"/>`).join('')}
    <text x="4%" y="12%" font-size="${height / 14}" fill="#ffd75e" font-family="sans-serif">${caption}</text>
  </svg>`;
  return sharp(Buffer.from(scene))
    .jpeg({ quality: 82 })
    .withExif({ IFD0: { Make: 'Synthetic', Model: 'Camera' }, ...exifOf(options) })
    .toBuffer();
}

function exifOf({
  takenAt,
  place,
}: Parameters<typeof makePhoto>[0]): Record<'IFD2' | 'IFD3', Record<string, string>> {
  const local = takenAt && new Date(takenAt.getTime() + 8 * 3_600_000).toISOString();
  return {
    IFD2: local
      ? {
          DateTimeOriginal: `${local.slice(0, 10).replaceAll('-', ':')} ${local.slice(11, 19)}`,
          OffsetTimeOriginal: '+08:00',
        }
      : {},
    IFD3: place
      ? {
          GPSLatitudeRef: place.latitude < 0 ? 'S' : 'N',
          GPSLatitude: sexagesimal(place.latitude),
          GPSLongitudeRef: place.longitude < 0 ? 'W' : 'E',
          GPSLongitude: sexagesimal(place.longitude),
        }
      : {},
  };
}

/** Degrees, minutes and seconds as EXIF's three fractions. */
function sexagesimal(value: number): string {
  const degrees = Math.floor(Math.abs(value));
  const minutes = Math.floor((Math.abs(value) - degrees) * 60);
  const seconds = Math.round(((Math.abs(value) - degrees) * 60 - minutes) * 60 * 10_000);
  return `${degrees}/1 ${minutes}/1 ${seconds}/10000`;
}
