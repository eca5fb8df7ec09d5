import { type AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

type Item = Readonly<Record<string, unknown>>;

/** Attributes that both indexes copy beside their own keys and those of the table; see infra/table.yml. */
const COPIED = ['pk', 'sk', '__edb_e__', '__edb_v__', 'id', 'row'];
const INDEXES = ['gsi1', 'gsi2'];

/**
 * Write units of a transaction that puts these items, by DynamoDB's published rules: a unit per started kilobyte of the
 * item and of its row in each index, and twice that. DynamoDB Local reports another figure. A row that leaves another
 * place of an index is not seen here, and costs two units more.
 */
export function unitsOfTransaction(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + 2 * unitsOfPut(item), 0);
}

function unitsOfPut(item: Item): number {
  const rows = INDEXES.filter((index) => item[`${index}pk`] !== undefined).map((index) =>
    pick(item, [...COPIED, `${index}pk`, `${index}sk`]),
  );
  return [item, ...rows].reduce((sum, each) => sum + Math.ceil(sizeOf(each) / 1024), 0);
}

function pick(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

/** Bytes of an item as DynamoDB counts them. */
function sizeOf(item: Item): number {
  return sizeOfMap(marshall(item, { removeUndefinedValues: true }));
}

function sizeOfMap(map: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(map).reduce((sum, [name, value]) => sum + bytes(name) + sizeOfValue(value), 0);
}

function sizeOfValue(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.B !== undefined) return value.B.length;
  // About a byte for two digits, and one more.
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, '').length / 2) + 1;
  if (value.M !== undefined) return 3 + sizeOfMap(value.M) + Object.keys(value.M).length;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, each) => sum + sizeOfValue(each) + 1, 0);
  return 1;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
