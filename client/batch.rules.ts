import { isUnsent } from './queue.machine';
import { type ItemRow } from './rows';

/** Most items of a batch, and most bytes: the API takes 256 kB with the text of the operation. */
export const MOST_OF_BATCH = { items: 100, bytes: 240 * 1024 } as const;

/** An item that could go, with the bytes it takes; no bytes while a file of it was not read yet. */
export interface Candidate {
  readonly item: ItemRow;
  readonly bytes: number | undefined;
}

/** How the items of a queue hang together. */
export class Needs {
  readonly #makers = new Map<string, ItemRow>();
  readonly #byId: ReadonlyMap<string, ItemRow>;

  constructor(items: readonly ItemRow[]) {
    this.#byId = new Map(items.map((item) => [item.id, item]));
    for (const item of items)
      for (const made of item.makes) if (!this.#makers.has(made)) this.#makers.set(made, item);
  }

  /** The items that make what this one mentions. */
  of(item: ItemRow): ItemRow[] {
    const makers = item.mentions.map((mention) => this.#makers.get(mention));
    return [...new Set(makers.filter((maker) => maker !== undefined && maker.id !== item.id))] as ItemRow[];
  }

  /** Its earlier edits of the same record that are still to be sent. */
  earlier(item: ItemRow): ItemRow[] {
    return item.after
      .map((id) => this.#byId.get(id))
      .filter((other) => other !== undefined && isUnsent(other)) as ItemRow[];
  }

  /** What it needs and will not get unless its user does something: refused or given up, or waiting for such. */
  blockerOf(item: ItemRow, seen = new Set<string>()): ItemRow | undefined {
    seen.add(item.id);
    for (const need of this.of(item)) {
      if (need.state === 'REFUSED' || need.state === 'GIVEN_UP') return need;
      const blocker = isUnsent(need) && !seen.has(need.id) ? this.blockerOf(need, seen) : undefined;
      if (blocker !== undefined) return blocker;
    }
    return undefined;
  }
}

/**
 * The next batch, in the order in which it was entered: never more than fits, and nothing before what it needs. What needs
 * another may be in the same batch.
 */
export function nextBatch(
  candidates: readonly Candidate[],
  needs: Needs,
  most: { readonly items: number; readonly bytes: number } = MOST_OF_BATCH,
): ItemRow[] {
  const ready = new Map(candidates.map((candidate) => [candidate.item.id, candidate]));
  const chosen = new Map<string, ItemRow>();
  let bytes = 0;
  for (const { item } of candidates) {
    const together = withNeeds(item, ready, chosen, needs);
    const own = together?.reduce((sum, each) => sum + (each.bytes ?? 0), 0) ?? 0;
    const isFirst = chosen.size === 0 && together?.length === 1;
    const fits = bytes + own <= most.bytes && chosen.size + (together?.length ?? 0) <= most.items;
    if (together === undefined || !(fits || isFirst)) continue;
    for (const each of together) chosen.set(each.item.id, each.item);
    bytes += own;
  }
  return [...chosen.values()];
}

/** An item with all that has to go before or with it and is not chosen yet; undefined when one of them cannot go now. */
function withNeeds(
  item: ItemRow,
  ready: ReadonlyMap<string, Candidate>,
  chosen: ReadonlyMap<string, ItemRow>,
  needs: Needs,
): Candidate[] | undefined {
  const together = new Map<string, Candidate>();
  const open = [item];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (chosen.has(next.id) || together.has(next.id)) continue;
    const candidate = ready.get(next.id);
    if (candidate?.bytes === undefined) return undefined;
    together.set(next.id, candidate);
    const unmet = needs.of(next).filter(({ state }) => state !== 'TAKEN' && state !== 'CONFLICT');
    open.push(...unmet, ...needs.earlier(next));
  }
  return [...together.values()];
}
