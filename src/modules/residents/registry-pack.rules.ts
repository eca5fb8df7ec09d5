/** Writes that belong together. */
interface Parcel {
  readonly puts: readonly { readonly Item?: Readonly<Record<string, unknown>> | undefined }[];
}

/**
 * Parcels in packs of at most so many writes, in their order; none is torn, so one that is larger is a pack by itself. No
 * key comes twice in a pack, as no transaction takes that. Those without writes are left out.
 */
export function packed<Each extends Parcel>(parcels: readonly Each[], most: number): Each[][] {
  const packs: Each[][] = [];
  let keys = new Set<string>();
  let writes = 0;
  for (const parcel of parcels.filter(({ puts }) => puts.length > 0)) {
    const own = parcel.puts.map(({ Item }) => `${String(Item?.pk)} ${String(Item?.sk)}`);
    const last = packs.at(-1);
    if (last !== undefined && writes + own.length <= most && !own.some((key) => keys.has(key))) {
      last.push(parcel);
      writes += own.length;
    } else {
      packs.push([parcel]);
      keys = new Set();
      writes = own.length;
    }
    for (const key of own) keys.add(key);
  }
  return packs;
}
