import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';

/** What is drawn of a note on a page, and where: the six numbers that place it. */
export interface Drawn {
  readonly form: PDFObject;
  readonly place: readonly number[];
}

/** Flags of notes that nobody sees: hidden, or not to be viewed. */
const UNSEEN = 2 | 32;

/**
 * What stands on a page as a note: seals, stamps, fields that were filled in. The notes themselves are not served, for they
 * act; what they look like is drawn into the page, or a permit would lose its seal.
 */
export function drawnOn(source: PDFContext, notes: PDFObject | undefined): readonly Drawn[] {
  const list = source.lookup(notes);
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((each) => {
    const note = source.lookup(each);
    return note instanceof PDFDict ? drawnOf(source, note) : [];
  });
}

function drawnOf(source: PDFContext, note: PDFDict): Drawn[] {
  const entry = (dict: PDFDict, name: string) => dict.get(PDFName.of(name));
  const flags = source.lookup(entry(note, 'F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & UNSEEN) !== 0) return [];
  const looks = source.lookup(entry(note, 'AP'));
  const normal = looks instanceof PDFDict ? entry(looks, 'N') : undefined;
  const form = lookOf(source, normal, source.lookup(entry(note, 'AS')));
  const stream = source.lookup(form);
  if (form === undefined || !(stream instanceof PDFRawStream)) return [];
  const rect = numbersOf(source, entry(note, 'Rect'), 4);
  const box = numbersOf(source, entry(stream.dict, 'BBox'), 4);
  const matrix = numbersOf(source, entry(stream.dict, 'Matrix'), 6) ?? [1, 0, 0, 1, 0, 0];
  const place = rect && box && placeOf(rect, box, matrix);
  return place === undefined ? [] : [{ form, place }];
}

/** The look itself, or the one of the state that a field is in. */
function lookOf(source: PDFContext, normal: PDFObject | undefined, state: PDFObject | undefined) {
  const looks = source.lookup(normal);
  if (!(looks instanceof PDFDict)) return normal;
  return state instanceof PDFName ? looks.get(state) : undefined;
}

function numbersOf(source: PDFContext, object: PDFObject | undefined, count: number): number[] | undefined {
  const list = source.lookup(object);
  if (!(list instanceof PDFArray) || list.size() !== count) return undefined;
  const numbers = list.asArray().map((each) => source.lookup(each));
  return numbers.every((each) => each instanceof PDFNumber)
    ? numbers.map((each) => each.asNumber())
    : undefined;
}

/** How a box, turned by its matrix, is put into its rectangle (ISO 32000-1, 12.5.5); undefined where it has no size. */
function placeOf(
  rect: readonly number[],
  box: readonly number[],
  matrix: readonly number[],
): readonly number[] | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const corners = [
    ...([
      [x0, y0],
      [x0, y1],
      [x1, y0],
      [x1, y1],
    ] as const),
  ].map(([x, y]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const [left, width] = span(corners.map(([x]) => x));
  const [bottom, height] = span(corners.map(([, y]) => y));
  const [toLeft, toWidth] = span([rect[0] ?? 0, rect[2] ?? 0]);
  const [toBottom, toHeight] = span([rect[1] ?? 0, rect[3] ?? 0]);
  if (width === 0 || height === 0) return undefined;
  const [across, up] = [toWidth / width, toHeight / height];
  const place = [across, 0, 0, up, toLeft - left * across, toBottom - bottom * up];
  return place.every(Number.isFinite) ? place : undefined;
}

/** Where some numbers begin, and how far they go. */
function span(numbers: readonly number[]): readonly [number, number] {
  const least = Math.min(...numbers);
  return [least, Math.max(...numbers) - least];
}
