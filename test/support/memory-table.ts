import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  type GetCommandInput,
  type PutCommandInput,
  type QueryCommandInput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Table } from '../../src/data/table';
import { type TableChange } from '../../src/data/table-change';
import { conditionOf, type Item, meets, type Terms, unknown } from './memory-expressions';
import { copyOf, Shelves } from './memory-shelves';

/*
 * Tens of thousands of histories are more than a database over HTTP answers in minutes. dynalite (4.0.0), the only kept
 * library that keeps such a table in Node, knows neither transactions nor ReturnValuesOnConditionCheckFailure, on which
 * every write here depends, and speaks HTTP as well; amplify-dynamodb-simulator is DynamoDB Local itself. So this takes
 * the commands that our data layer sends, throws at anything else, and `memory-table.test.ts` sends the same commands to
 * it and to DynamoDB Local and compares the answers.
 */

/** What happens to a command on its way: it may wait, fail before it is done, or lose its answer after. */
export type Way = (name: string, act: () => object, input: object) => Promise<object>;

/** A table in memory. */
export interface MemoryTable extends Table {
  /** Sets what happens to commands from now on. */
  goBy(way: Way): void;
  /** Everything in it, in no order. */
  everything(): Item[];
  /** Every change from now on, oldest first, as the table's stream would tell them; it grows as they come. */
  record(): readonly TableChange[];
  /** Keeps what is in it now; the function that is returned brings it back, as often as one likes, until something else is kept. */
  keep(): () => void;
  /** Writes everything into the store that its client was made for, and is that store from then on. */
  moveDown(): Promise<void>;
}

type Condition = Pick<PutCommandInput, 'ConditionExpression'> &
  Terms & { ReturnValuesOnConditionCheckFailure?: string | undefined; ReturnValues?: string | undefined };

const NOTHING = { $metadata: {} };

/** Makes a table in memory, empty; in front of a table in a store where it is to be moved there. */
export function openMemoryTable({
  client = DynamoDBDocumentClient.from(new DynamoDBClient({})),
  name = 'memory',
}: Partial<Table> = {}): MemoryTable {
  const store = new Store(name);
  let way: Way = (_name, act) => Promise.resolve().then(act);
  const send = (command: { readonly input: object; readonly constructor: { readonly name: string } }) => {
    const kind = command.constructor.name.replace(/Command$/, '');
    return way(kind, () => store.answer(kind, command.input), command.input);
  };
  Object.defineProperty(client, 'send', { value: send, configurable: true });
  return {
    ...{ client, name },
    goBy: (next) => (way = next),
    everything: () => store.shelves.everything(),
    record: () => store.shelves.record(),
    keep: () => store.shelves.keep(),
    moveDown: () => {
      Reflect.deleteProperty(client, 'send');
      return writeAll({ client, name }, store.shelves.everything());
    },
  };
}

/** Writes items that nobody else writes, as many at a time as a request takes. */
async function writeAll({ client, name }: Table, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const RequestItems = { [name]: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) };
    const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems }));
    if (Object.keys(UnprocessedItems).length > 0) throw unknown('answer', UnprocessedItems);
  }
}

/** Answers commands, one at a time. */
class Store {
  readonly shelves = new Shelves();

  constructor(private readonly name: string) {}

  answer(kind: string, input: object): object {
    switch (kind) {
      case 'Get':
        return this.#get(input as GetCommandInput);
      case 'Put':
        return this.#put(input as PutCommandInput);
      case 'Delete':
        return this.#delete(input as DeleteCommandInput);
      case 'Query':
        return this.#query(input as QueryCommandInput);
      case 'BatchGet':
        return this.#batchGet(input as BatchGetCommandInput);
      case 'BatchWrite':
        return this.#batchWrite(input as BatchWriteCommandInput);
      case 'TransactWrite':
        return this.#transact(input as TransactWriteCommandInput);
      default:
        throw unknown('command', kind);
    }
  }

  #get({ Key, ...rest }: GetCommandInput): object {
    only(rest, ['TableName', 'ConsistentRead']);
    const found = this.shelves.find(keyOf(Key));
    return found === undefined ? { ...NOTHING } : { ...NOTHING, Item: { ...found } };
  }

  #put({ Item, ...rest }: PutCommandInput): object {
    only(rest, CONDITIONS);
    const item = copyOf(needItem(Item));
    this.#check(keyOf(item), rest);
    this.shelves.put(item);
    return { ...NOTHING };
  }

  #delete({ Key, ...rest }: DeleteCommandInput): object {
    only(rest, CONDITIONS);
    this.#check(keyOf(Key), rest);
    this.shelves.remove(keyOf(Key));
    return { ...NOTHING };
  }

  #query(input: QueryCommandInput): object {
    const { Select, Limit, ...rest } = input;
    const { IndexName, ConsistentRead, ScanIndexForward, ExclusiveStartKey, ...terms } = rest;
    only(terms, [
      ...['TableName', 'KeyConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'],
    ]);
    if (IndexName !== undefined && ConsistentRead === true) throw unknown('read', 'consistent by index');
    if (Select !== undefined && Select !== 'COUNT') throw unknown('Select', Select);
    const shelf = this.shelves.shelf(IndexName);
    const asked = shelf.asked(conditionOf(input.KeyConditionExpression ?? ''), input);
    const backwards = ScanIndexForward === false;
    const all = shelf.rows(asked, { backwards, after: ExclusiveStartKey });
    const page = Limit === undefined ? all : all.slice(0, Limit);
    const last = Limit !== undefined && page.length === Limit ? page.at(-1) : undefined;
    return {
      ...NOTHING,
      ...{ Count: page.length, ScannedCount: page.length },
      ...(Select === undefined && { Items: page.map((row) => shelf.shown(row)) }),
      ...(last && { LastEvaluatedKey: shelf.keyOf(last) }),
    };
  }

  #batchGet({ RequestItems = {}, ...rest }: BatchGetCommandInput): object {
    only(rest, []);
    const { Keys = [], ...more } = this.#own(RequestItems);
    only(more, ['ConsistentRead']);
    if (Keys.length === 0 || Keys.length > 100) throw unknown('number of keys', Keys.length);
    const found = Keys.map((key) => this.shelves.find(keyOf(key))).filter((item) => item !== undefined);
    return {
      ...NOTHING,
      Responses: { [this.name]: found.map((item) => ({ ...item })) },
      UnprocessedKeys: {},
    };
  }

  #batchWrite({ RequestItems = {}, ...rest }: BatchWriteCommandInput): object {
    only(rest, []);
    const requests = this.#own(RequestItems);
    if (requests.length === 0 || requests.length > 25) throw unknown('number of writes', requests.length);
    for (const { PutRequest, DeleteRequest } of requests) {
      if (PutRequest) this.shelves.put(copyOf(needItem(PutRequest.Item)));
      else this.shelves.remove(keyOf(DeleteRequest?.Key));
    }
    return { ...NOTHING, UnprocessedItems: {} };
  }

  /** All or nothing. */
  #transact({ TransactItems = [], ...rest }: TransactWriteCommandInput): object {
    only(rest, []);
    const writes = TransactItems.map(writeOf);
    const keys = new Set(writes.map(({ key }) => `${key.pk}\0${key.sk}`));
    if (keys.size < writes.length || writes.length > 100) throw unknown('transaction', [...keys]);
    const reasons = writes.map(({ key, condition }) => this.#failure(key, condition));
    if (reasons.some((reason) => reason !== undefined)) throw canceled(reasons);
    for (const { key, item, kind } of writes) {
      if (item !== undefined) this.shelves.put(copyOf(item));
      else if (kind === 'Delete') this.shelves.remove(key);
    }
    return { ...NOTHING };
  }

  #own<Value>(requests: Readonly<Record<string, Value>>): Value {
    const { [this.name]: own, ...others } = requests;
    if (own === undefined || Object.keys(others).length > 0) throw unknown('table', Object.keys(requests));
    return own;
  }

  #check(key: Key, condition: Condition): void {
    const failure = this.#failure(key, condition);
    if (failure === undefined) return;
    const message = 'The conditional request failed';
    throw new ConditionalCheckFailedException({ message, $metadata: {}, ...failure });
  }

  /** The item that stands where a condition failed, as the condition's maker wants it; undefined where it is met. */
  #failure(key: Key, condition: Condition): Failure | undefined {
    const { ConditionExpression, ReturnValues, ReturnValuesOnConditionCheckFailure } = condition;
    if (ReturnValues !== undefined && ReturnValues !== 'NONE') throw unknown('ReturnValues', ReturnValues);
    if (ConditionExpression === undefined) return undefined;
    const found = this.shelves.find(key);
    if (meets(conditionOf(ConditionExpression), found, condition)) return undefined;
    const isTold = found !== undefined && ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    return isTold ? { Item: marshall(found) } : {};
  }
}

interface Key {
  readonly pk: string;
  readonly sk: string;
}

interface Failure {
  readonly Item?: Record<string, AttributeValue>;
}

interface Write {
  readonly kind: 'Put' | 'Delete' | 'ConditionCheck';
  readonly key: Key;
  readonly item?: Item;
  readonly condition: Condition;
}

const CONDITIONS = [
  ...['TableName', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'],
  ...['ReturnValuesOnConditionCheckFailure', 'ReturnValues'],
];

function writeOf(request: NonNullable<TransactWriteCommandInput['TransactItems']>[number]): Write {
  const { Put, Delete, ConditionCheck, ...others } = request;
  only(others, []);
  if (Put !== undefined) {
    const { Item, ...condition } = Put;
    only(condition, CONDITIONS);
    return { kind: 'Put', key: keyOf(Item), item: needItem(Item), condition };
  }
  const { Key, ...condition } = needItem(Delete ?? ConditionCheck) as Condition & { Key?: Item };
  only(condition, CONDITIONS);
  return { kind: Delete === undefined ? 'ConditionCheck' : 'Delete', key: keyOf(Key), condition };
}

function canceled(reasons: readonly (Failure | undefined)[]): TransactionCanceledException {
  const CancellationReasons = reasons.map((reason) =>
    reason === undefined
      ? { Code: 'None' }
      : { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...reason },
  );
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new TransactionCanceledException({ message, $metadata: {}, CancellationReasons });
}

function needItem(item: object | undefined): Item {
  if (item === undefined) throw unknown('item', item);
  return item as Item;
}

function keyOf(item: object | undefined): Key {
  const { pk, sk } = needItem(item);
  if (typeof pk !== 'string' || typeof sk !== 'string' || pk === '' || sk === '')
    throw unknown('key', { pk, sk });
  return { pk, sk };
}

/** Throws where a command says something that this table would not heed. */
function only(rest: object, known: readonly string[]): void {
  const others = Object.entries(rest).filter(([name, value]) => value !== undefined && !known.includes(name));
  if (others.length > 0) throw unknown('parameter', others);
}
