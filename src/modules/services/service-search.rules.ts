/** By what a service is found: computed once, when it is published. */
export interface SearchKeys {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Initials of pinyin (拼音首字母) of the name and then of each alias, in lower case. */
  readonly initials: readonly string[];
}

/** What somebody typed, as it is compared: full-width forms narrowed, lower case, without spaces. */
export function needleOf(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * How well a service fits what somebody typed ({@link needleOf}): 0 is the name itself, then its beginning, an alias's, within
 * the name, within an alias, and initials likewise; undefined where it does not fit. Everything fits nothing typed.
 */
export function rankOf({ name, aliases, initials }: SearchKeys, needle: string): number | undefined {
  if (needle === '') return 0;
  const names = [name, ...aliases].map(needleOf);
  const tests: readonly ((key: string) => boolean)[] = [
    (key) => key === needle,
    (key) => key.startsWith(needle),
    (key) => key.includes(needle),
  ];
  const levels = tests.flatMap((test) => [
    () => test(names[0] ?? ''),
    () => names.slice(1).some(test),
    () => initials.some(test),
  ]);
  const rank = levels.findIndex((fits) => fits());
  return rank < 0 ? undefined : rank;
}

/** What is sorted by: how well it fits, then its initials, then its id; a page goes on after such a key. */
export function sortKeyOf(row: SearchKeys & { readonly id: string }, needle: string): string | undefined {
  const rank = rankOf(row, needle);
  return rank === undefined ? undefined : `${String(rank)}#${row.initials[0] ?? ''}#${row.id}`;
}
