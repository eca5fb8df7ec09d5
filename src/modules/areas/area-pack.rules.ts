import { type AreaFacts, type NamedArea } from './area.rules';

/**
 * An area in a pack: its code, its own name where the pack has the area above it and all names down from the district where
 * it has not, and what is known of it.
 */
export type PackedArea = readonly [code: string, name: string | readonly string[], facts?: AreaFacts];

/** Digits of the last level of a code: streets, communities, grids and courtyards have three each. */
const LEVEL = 3;

/** Packs areas, so that no name stands in it more often than it has to. */
export function packed(areas: readonly NamedArea[]): PackedArea[] {
  const known = new Map(areas.map(({ code, names }) => [code, names]));
  return areas.map(({ code, names, facts }): PackedArea => {
    const above = known.get(code.slice(0, -LEVEL));
    const follows = above?.length === names.length - 1 && above.every((name, depth) => names[depth] === name);
    const name = follows ? (names.at(-1) ?? '') : names;
    return Object.values(facts).every((fact) => fact === undefined) ? [code, name] : [code, name, facts];
  });
}

/** The areas of a pack, in their order. */
export function unpacked(pack: readonly PackedArea[]): NamedArea[] {
  const rows = new Map(pack.map((row) => [row[0], row]));
  const namesOf = (code: string): readonly string[] => {
    const name = rows.get(code)?.[1] ?? [];
    return typeof name === 'string' ? [...namesOf(code.slice(0, -LEVEL)), name] : name;
  };
  return pack.map(([code, , facts = {}]) => ({ code, names: namesOf(code), facts }));
}
