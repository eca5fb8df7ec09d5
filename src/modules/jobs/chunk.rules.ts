import { type AnyTable, type FileLine, type Header } from './table.rules';

/** How much longer than wanted a chunk may become, so that lines that belong together stay so. */
const MOST_LONGER = 1.2;

/** Places of the cells by which lines belong together; none where each line is by itself. */
export function placesTogether({ together = [] }: AnyTable, { places }: Header): readonly number[] {
  return together.map((name) => places.get(name)).filter((place) => place !== undefined);
}

/** Lines in chunks of `size`, a little longer where the lines at the end belong together. The same file, the same chunks. */
export async function* inChunks(
  lines: AsyncIterable<FileLine>,
  size: number,
  together: readonly number[],
): AsyncGenerator<FileLine[]> {
  let chunk: FileLine[] = [];
  for await (const line of lines) {
    const last = chunk.at(-1);
    const mayEnd = last === undefined || !belong(last, line, together) || chunk.length >= size * MOST_LONGER;
    if (chunk.length >= size && mayEnd) {
      yield chunk;
      chunk = [];
    }
    chunk.push(line);
  }
  if (chunk.length > 0) yield chunk;
}

function belong(one: FileLine, other: FileLine, places: readonly number[]): boolean {
  return places.length > 0 && places.every((place) => one.cells[place] === other.cells[place]);
}
