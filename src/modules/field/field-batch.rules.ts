import { isId } from '../../shared/ids';
import { ITEM_KINDS, type ITEM_FIELDS, type ItemKind, onlyOne } from '../intake/item.rules';
import { type FieldItemInput } from './field-item.input';

/** Most items of a batch. */
export const MOST_ITEMS = 100;

/** The input of each kind of item. */
export type ItemInputs = {
  readonly [Kind in ItemKind]: NonNullable<FieldItemInput[(typeof ITEM_FIELDS)[Kind]]>;
};

/** An item of one of these kinds. */
export type FieldItemOf<Kind extends ItemKind> = {
  readonly [Each in Kind]: {
    readonly id: string;
    readonly kind: Each;
    readonly input: ItemInputs[Each];
    readonly after: readonly string[];
  };
}[Kind];
export type FieldItem = FieldItemOf<ItemKind>;

/** Kinds whose input has no id for the request: the record is written as a whole, or the request is known by what it holds. */
const WITHOUT_REQUEST_ID: ReadonlySet<ItemKind> = new Set([
  ...(['COURTYARD', 'BUILDING', 'DWELLING', 'ORGANISATION', 'PREMISES', 'FACILITY'] as const),
  ...(['CASE_EVIDENCE', 'ROUND_END'] as const),
]);

/** The item as it was meant; undefined where it is not exactly one thing, or its id is none, or not that of its request. */
export function itemOf(given: FieldItemInput): FieldItem | undefined {
  const one = onlyOne(given, ITEM_KINDS);
  if (one === undefined || !isId(given.id)) return undefined;
  const { kind, input } = one;
  if (!WITHOUT_REQUEST_ID.has(kind) && (input as { id?: string }).id !== given.id) return undefined;
  return { id: given.id, kind, input, after: given.after } as FieldItem;
}

/** What an item is to the others: its id, and every id that it mentions, its own among them. */
export interface Mention {
  readonly id: string;
  readonly mentions: ReadonlySet<string>;
}

/** Every id in an item; what is known by its courtyard has no other. */
export function mentionsOf({ id, input, after }: Pick<FieldItem, 'id' | 'input' | 'after'>): Mention {
  const site = 'courtyard' in input && !('id' in input) ? [input.courtyard] : [];
  return { id, mentions: new Set([id, ...after, ...site, ...idsIn(input)]) };
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isId(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

/**
 * Divides items into lanes, so that items in different lanes have no id in common: lanes may go side by side, and the items
 * of one follow one another. One that mentions another comes after it; else they come in the order of their ids, which is
 * that in which they were made.
 */
export function lanesOf<Item extends Mention>(items: readonly Item[]): Item[][] {
  const lanes = new Map<string, Item[]>();
  const laneOf = new Map<string, string>();
  for (const item of items) {
    const met = new Set([...item.mentions].map((id) => laneOf.get(id)).filter((lane) => lane !== undefined));
    const together = [...met].flatMap((lane) => lanes.get(lane) ?? []);
    for (const lane of met) lanes.delete(lane);
    const joined = [...together, item];
    lanes.set(item.id, joined);
    for (const { mentions } of joined) for (const id of mentions) laneOf.set(id, item.id);
  }
  return [...lanes.values()].map(inOrder);
}

/** Each item after those it mentions; where two mention each other, the one that was made first goes first. */
function inOrder<Item extends Mention>(lane: readonly Item[]): Item[] {
  const made = [...lane].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ordered: Item[] = [];
  const seen = new Set<Item>();
  const visit = (item: Item) => {
    if (seen.has(item)) return;
    seen.add(item);
    for (const needed of made.filter((other) => comesBefore(other, item))) visit(needed);
    ordered.push(item);
  };
  made.forEach(visit);
  return ordered;
}

/** Whether an item mentions another and has to wait for it. */
function comesBefore(other: Mention, item: Mention): boolean {
  if (other.id === item.id || !item.mentions.has(other.id)) return false;
  return other.id < item.id || !other.mentions.has(item.id);
}
