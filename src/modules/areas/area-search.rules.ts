import { type NamedArea } from './area.rules';

/** An area that was found, and how well it fits: 0 the whole name or code, 1 its beginning, 2 within the name. */
export interface Found {
  readonly area: NamedArea;
  readonly rank: 0 | 1 | 2;
}

/** A text as names are compared: full-width forms folded, small letters, no spaces (NFKC). */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** The areas whose name holds the text anywhere or whose code begins with it: best fits first, then by code. */
export function search(areas: readonly NamedArea[], text: string): Found[] {
  const wanted = comparable(text);
  const found = areas.flatMap((area): Found[] => {
    const rank = rankOf(area, wanted);
    return rank === undefined ? [] : [{ area, rank }];
  });
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Where it stands in the order of what was found. */
export function keyOf({ rank, area }: Found): string {
  return `${rank}#${area.code}`;
}

function rankOf({ code, names }: NamedArea, wanted: string): Found['rank'] | undefined {
  const name = comparable(names.at(-1) ?? '');
  if (name === wanted || code === wanted) return 0;
  if (name.startsWith(wanted) || code.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : undefined;
}
