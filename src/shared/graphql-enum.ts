/** The object form of a list of names, as TypeGraphQL registers an enum: `['A', 'B']` becomes `{ A: 'A', B: 'B' }`. */
export function enumOf<const Name extends string>(names: readonly Name[]): { readonly [N in Name]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };
}
