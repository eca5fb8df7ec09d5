interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(target: HeifPixels, done: (filled: HeifPixels | null) => void): void;
  free(): void;
}

interface HeifPixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

interface LibHeif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

/** A decoded picture: RGBA, four bytes a pixel; no pixels when there are more of them, or more images, than allowed. */
export interface Decoded {
  readonly width: number;
  readonly height: number;
  /** How many pictures are in the file; the first is decoded. */
  readonly images: number;
  readonly rgba: Uint8Array | undefined;
}

/**
 * Decodes the HEIC that phones make, by libheif in WebAssembly: sharp's prebuilt binary knows only AVIF. What a hostile
 * file does, it does inside the WebAssembly memory.
 * @throws Error when the file cannot be decoded
 */
export async function decodeHeic(
  bytes: Uint8Array,
  mostPixels: number,
  mostImages: number,
): Promise<Decoded> {
  const { default: libheif } = (await import('libheif-js/wasm-bundle.js')) as unknown as { default: LibHeif };
  const [image, ...others] = new libheif.HeifDecoder().decode(bytes);
  if (image === undefined) throw new Error('There is no picture in this file.');
  try {
    const [width, height] = [image.get_width(), image.get_height()];
    const images = 1 + others.length;
    const tooMany = width * height > mostPixels || images > mostImages;
    return { width, height, images, rgba: tooMany ? undefined : await pixelsOf(image, width, height) };
  } finally {
    for (const each of [image, ...others]) each.free();
  }
}

function pixelsOf(image: HeifImage, width: number, height: number): Promise<Uint8Array> {
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  return new Promise((resolve, reject) => {
    image.display(target, (filled) => {
      if (filled === null) reject(new Error('The picture cannot be decoded.'));
      else resolve(new Uint8Array(filled.data.buffer));
    });
  });
}
