import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { openTable, type Table } from '../../src/data/table';
import { readEnv } from '../../src/shared/env';
import { newId } from '../../src/shared/ids';
import { openMemoryTable } from '../support/memory-table';

/** A command for a table; keys are made apart by what this run puts before them. */
type Make = (name: string, run: string) => { readonly constructor: { readonly name: string } };

const letters = (text: string) => fc.constantFrom(...text);
const key = fc.record({ pk: letters('AB'), sk: letters('abcd') });
interface Key {
  readonly pk: string;
  readonly sk: string;
}
const keyed = ({ pk, sk }: Key, run: string) => ({ pk: `${run}#${pk}`, sk });

const item = fc.record({
  key,
  rest: fc.record(
    {
      version: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom('OPEN', 'MINE', 'THEIRS'),
      area: fc.constantFrom('110', '110001', '120'),
      row: fc.record({ text: fc.string({ maxLength: 4 }), deep: fc.array(fc.integer(), { maxLength: 2 }) }),
      sealed: fc.uint8Array({ minLength: 1, maxLength: 4 }),
      flag: fc.boolean(),
      none: fc.constant(undefined),
      nothing: fc.constant(null),
    },
    { requiredKeys: [] },
  ),
  queue: fc.option(letters('XY'), { nil: undefined }),
  person: fc.option(letters('PQ'), { nil: undefined }),
});
type Given = typeof item extends fc.Arbitrary<infer Value> ? Value : never;
const itemOf = ({ key: { pk, sk }, rest, queue, person }: Given, run: string) => ({
  ...keyed({ pk, sk }, run),
  ...rest,
  ...(queue && { gsi1pk: `${run}#${queue}`, gsi1sk: `${String(rest.version ?? 0)}#${pk}#${sk}` }),
  ...(person && { gsi2pk: `${run}#${person}`, gsi2sk: `${rest.area ?? 'none'}#${pk}#${sk}` }),
});

interface Terms {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}
const simple: fc.Arbitrary<Terms> = fc.oneof(
  fc
    .constantFrom('version', 'id', 'state', 'flag')
    .map((name) => ({ text: `attribute_not_exists(#${name})`, values: {} })),
  fc
    .constantFrom('version', 'row', 'area')
    .map((name) => ({ text: `attribute_exists(#${name})`, values: {} })),
  fc
    .tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>='), fc.integer({ min: 1, max: 3 }))
    .map(([by, value]) => ({
      text: `#version ${by} :version${value}`,
      values: { [`:version${value}`]: value },
    })),
  fc
    .tuple(fc.constantFrom('=', '<>'), fc.constantFrom('OPEN', 'MINE'))
    .map(([by, value]) => ({ text: `#state ${by} :${value}`, values: { [`:${value}`]: value } })),
  fc
    .constantFrom('11', '110001', '9')
    .map((area) => ({ text: `begins_with(#area, :a${area})`, values: { [`:a${area}`]: area } })),
  fc.constant({ text: '#version BETWEEN :one AND :two', values: { ':one': 1, ':two': 2 } }),
  fc.constant({ text: '#state IN (:open, :theirs)', values: { ':open': 'OPEN', ':theirs': 'THEIRS' } }),
  fc.constant({ text: '#flag = :yes', values: { ':yes': true } }),
  fc.constant({ text: 'contains(#area, :zero)', values: { ':zero': '00' } }),
  fc.constant({ text: '#row.#text = :empty', values: { ':empty': '' } }),
);
/** In parentheses where it is more than one thing; DynamoDB takes no others. */
const wrapped = ({ text }: Terms) => (/ (AND|OR|and) /.test(text) ? `(${text})` : text);
const condition: fc.Arbitrary<Terms> = fc.letrec<{ whole: Terms }>((tie) => ({
  whole: fc.oneof(
    { maxDepth: 2 },
    simple,
    tie('whole').map((inner) => ({ text: `NOT ${wrapped(inner)}`, values: inner.values })),
    fc.tuple(tie('whole'), fc.constantFrom('AND', 'OR', 'and'), tie('whole')).map(([left, by, right]) => ({
      text: `${wrapped(left)} ${by} ${wrapped(right)}`,
      values: { ...left.values, ...right.values },
    })),
  ),
})).whole;
const termsOf = (given: Terms | undefined) => {
  if (given === undefined) return {};
  const names = [...given.text.matchAll(/#(\w+)/g)].map(([name, plain]) => [name, plain] as const);
  return {
    ConditionExpression: given.text,
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(Object.keys(given.values).length > 0 && { ExpressionAttributeValues: given.values }),
  };
};
const checked = fc.record({
  given: fc.option(condition, { nil: undefined }),
  old: fc.constantFrom(undefined, 'ALL_OLD' as const, 'NONE' as const),
});
const guardOf = ({ given, old }: { given: Terms | undefined; old: 'ALL_OLD' | 'NONE' | undefined }) => ({
  ...termsOf(given),
  ...(given && old && { ReturnValuesOnConditionCheckFailure: old }),
});

const query = fc
  .record({
    index: fc.constantFrom(undefined, 'gsi1', 'gsi2'),
    partition: letters('ABXYPQ'),
    sort: fc.constantFrom('none', 'begins_with', 'between', '=', '<', '<=', '>', '>='),
    from: fc.constantFrom('a', 'b', '1', '2#A', '110', '110001#'),
    to: fc.constantFrom('c', '3', '120', '2#B#z'),
    Limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    ScanIndexForward: fc.constantFrom(undefined, true, false),
    after: fc.option(item, { nil: undefined }),
    Select: fc.constantFrom(undefined, 'COUNT' as const),
  })
  .map((asked): Make => (name, run) => {
    const { index, sort, from, to, after, Limit, ScanIndexForward, Select } = asked;
    const [pk, sk] = index === undefined ? ['pk', 'sk'] : [`${index}pk`, `${index}sk`];
    const texts: Record<string, string> = {
      none: '',
      begins_with: ' and begins_with(#sk, :from)',
      between: ' AND #sk BETWEEN :from AND :to',
    };
    const last = after && itemOf(after, run);
    const lastKey = last && { pk: last.pk, sk: last.sk };
    const indexKey =
      index === undefined
        ? {}
        : {
            [pk]: `${run}#${asked.partition}`,
            [sk]: `${from}#${lastKey?.pk.slice(-1) ?? ''}#${lastKey?.sk ?? ''}`,
          };
    const ordered = sort === 'between' && from > to ? 'none' : sort;
    // A place to go on from must lie in the partition and the range that are asked for.
    const goesOn =
      after !== undefined && ordered === 'none' && (index !== undefined || after.key.pk === asked.partition);
    return new QueryCommand({
      ...{ TableName: name, IndexName: index, Limit, ScanIndexForward, Select },
      ConsistentRead: index === undefined,
      KeyConditionExpression: `#pk = :pk${texts[ordered] ?? ` AND #sk ${ordered} :from`}`,
      ExpressionAttributeNames: {
        ...{ '#pk': pk, ...(ordered === 'none' ? {} : { '#sk': sk }) },
      },
      ExpressionAttributeValues: {
        ':pk': `${run}#${asked.partition}`,
        ...(ordered !== 'none' && { ':from': from }),
        ...(ordered === 'between' && { ':to': to }),
      },
      ...(goesOn && { ExclusiveStartKey: { ...lastKey, ...indexKey } }),
    });
  });

const write = fc.oneof(
  fc.tuple(item, checked).map(([given, guard]) => ({ key: given.key, put: given, guard })),
  fc.tuple(key, checked).map(([at, guard]) => ({ key: at, put: undefined, guard })),
);
const transaction = fc
  .uniqueArray(write, { minLength: 1, maxLength: 4, selector: ({ key: { pk, sk } }) => pk + sk })
  .map((writes): Make => (TableName, run) => {
    const TransactItems = writes.map(({ key: at, put, guard }) =>
      put === undefined
        ? { Delete: { TableName, Key: keyed(at, run), ...guardOf(guard) } }
        : { Put: { TableName, Item: itemOf(put, run), ...guardOf(guard) } },
    );
    return new TransactWriteCommand({ TransactItems });
  });

const distinct = { minLength: 1, maxLength: 4 };
const commands: fc.Arbitrary<Make> = fc.oneof(
  {
    arbitrary: fc.tuple(item, checked).map(
      ([given, guard]): Make =>
        (TableName, run) =>
          new PutCommand({ TableName, Item: itemOf(given, run), ...guardOf(guard) }),
    ),
    weight: 5,
  },
  { arbitrary: transaction, weight: 4 },
  { arbitrary: query, weight: 6 },
  fc.tuple(key, checked).map(
    ([at, guard]): Make =>
      (TableName, run) =>
        new DeleteCommand({ TableName, Key: keyed(at, run), ...guardOf(guard) }),
  ),
  fc.tuple(key, fc.boolean()).map(
    ([at, ConsistentRead]): Make =>
      (TableName, run) =>
        new GetCommand({ TableName, Key: keyed(at, run), ConsistentRead }),
  ),
  fc.uniqueArray(key, { ...distinct, selector: ({ pk, sk }) => pk + sk }).map(
    (keys): Make =>
      (name, run) =>
        new BatchGetCommand({ RequestItems: { [name]: { Keys: keys.map((at) => keyed(at, run)) } } }),
  ),
  fc.uniqueArray(write, { ...distinct, selector: ({ key: { pk, sk } }) => pk + sk }).map(
    (writes): Make =>
      (name, run) =>
        new BatchWriteCommand({
          RequestItems: {
            [name]: writes.map(({ key: at, put }) =>
              put === undefined
                ? { DeleteRequest: { Key: keyed(at, run) } }
                : { PutRequest: { Item: itemOf(put, run) } },
            ),
          },
        }),
  ),
);

/**
 * Where a Query goes on. A full page may say so or not where it ends at the very bound of the range that was asked for, as
 * nothing can follow: DynamoDB Local does not, the service may.
 */
function goesOn(command: object, { LastEvaluatedKey: last }: Record<string, unknown>): unknown {
  const { ':from': from, ':to': to } =
    command instanceof QueryCommand ? (command.input.ExpressionAttributeValues ?? {}) : {};
  return Object.values(last ?? {}).some((part) => part === from || part === to) ? undefined : last;
}

/** The answer or error of a command, without what says only how it was come by. */
async function answerOf(table: Table, make: Make, run: string): Promise<unknown> {
  const command = make(table.name, run);
  try {
    const answer = (await table.client.send(command as never)) as Record<string, unknown>;
    const { Responses, ...rest } = answer;
    const got = (Responses as Record<string, { pk: string; sk: string }[]> | undefined)?.[table.name];
    return {
      ...rest,
      LastEvaluatedKey: goesOn(command, rest),
      $metadata: undefined,
      ConsumedCapacity: undefined,
      got: got?.sort((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1)),
    };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      return { name: error.name, message: error.message, found: error.Item && unmarshall(error.Item) };
    if (error instanceof TransactionCanceledException) {
      const found = error.CancellationReasons?.map(({ Code, Item }) => [Code, Item && unmarshall(Item)]);
      return { name: error.name, message: error.message, found };
    }
    throw error;
  }
}

describe('the table in memory', () => {
  it('answers any commands as DynamoDB does', async () => {
    const real = openTable({ name: readEnv().tableName, endpoint: readEnv().dynamodbEndpoint });
    const [counts, RUNS] = [new Map<string, number>(), 150];
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { minLength: 10, maxLength: 40 }), async (makes) => {
        const [memory, run] = [openMemoryTable({ name: real.name }), newId()];
        for (const make of makes) {
          const sent = make(real.name, run);
          const [expected, got] = [await answerOf(real, make, run), await answerOf(memory, make, run)];
          expect({ sent, answer: got }).toEqual({ sent, answer: expected });
          const name = sent.constructor.name;
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS },
    );
    console.info(`${RUNS} runs alike`, Object.fromEntries(counts));
  }, 300_000);

  it('throws at what it does not know', async () => {
    const { client, name: TableName } = openMemoryTable();
    const Item = { pk: 'a', sk: 'b' };
    await client.send(new PutCommand({ TableName, Item }));
    const put = (ConditionExpression: string) =>
      client.send(new PutCommand({ TableName, Item, ConditionExpression }));
    for (const strange of [
      'size(sk',
      'attribute_type(sk, :s)',
      'sk ~ pk',
      'sk',
      'pk = :missing',
      'pk = sk sk',
    ])
      await expect(put(strange)).rejects.toThrow('does not know');
    const values = { ReturnValues: 'ALL_OLD' } as const;
    await expect(client.send(new PutCommand({ TableName, Item, ...values }))).rejects.toThrow(
      'does not know',
    );
    await expect(
      client.send(new PutCommand({ TableName, Item: { ...Item, at: new Date() as never } })),
    ).rejects.toThrow('does not know');
  });
});
