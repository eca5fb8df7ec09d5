import { type CollectionReader } from '../../../src/data/collection-reader';
import { Gathering } from '../../../src/data/gathering';
import { type Table } from '../../../src/data/table';

/** A prepared write of an item that stands in a version before. */
const put = (pk: string, version: number, more: object = {}) => ({
  Item: { pk, sk: 'A', version, ...more },
  ConditionExpression: 'version = :before',
  ExpressionAttributeValues: { ':before': version - 1 },
});

function ground() {
  const sent: { TransactItems?: { Put: object }[] }[] = [];
  const client = {
    send: ({ input }: { input: object }) => {
      sent.push(input);
      return Promise.resolve({});
    },
  };
  const forgotten: string[] = [];
  const reads = {
    wrote: () => undefined,
    forget: (pk: string) => forgotten.push(pk),
  } as unknown as CollectionReader;
  const gathering = new Gathering();
  const make = () => gathering.make(reads, { client, name: 'table' } as unknown as Table, undefined);
  return { gathering, reads, sent, forgotten, make };
}

describe('writes that are gathered', () => {
  it('are made at once, of each item the last under the condition of the first', async () => {
    const { gathering, make, sent } = ground();
    await gathering.takesOver([put('one', 2, { name: 'a' }), put('two', 5)]);
    await gathering.takesOver([put('one', 3, { name: 'b' })]);
    expect(await make()).toBe(true);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.TransactItems?.map(({ Put }) => Put)).toMatchObject([
      { Item: { pk: 'one', version: 3, name: 'b' }, ExpressionAttributeValues: { ':before': 1 } },
      { Item: { pk: 'two', version: 5 } },
    ]);
  });

  it('are not made where one was not made on top of the one before, so that nothing of that is lost', async () => {
    const { gathering, reads, make, sent, forgotten } = ground();
    await gathering.takesOver([put('one', 2, { name: 'a' }), put('two', 5)]);
    await gathering.takesOver([put('one', 2, { name: 'b' })]);
    expect(await make()).toBe(false);
    expect(sent).toEqual([]);
    gathering.forgetIn(reads);
    expect(forgotten).toEqual(['one', 'two']);
  });

  it('may be of an item without versions more than once, whatever stands there', async () => {
    const { gathering, make, sent } = ground();
    const plain = (name: string) => ({ Item: { pk: 'one', sk: 'A', name } });
    await gathering.takesOver([plain('a')]);
    await gathering.takesOver([plain('b')]);
    expect(await make()).toBe(true);
    expect(sent).toMatchObject([{ Item: { name: 'b' } }]);
  });

  it('are not made where they are more than one transaction takes', async () => {
    const { gathering, make, sent } = ground();
    await gathering.takesOver(Array.from({ length: 101 }, (_none, index) => put(String(index), 2)));
    expect(await make()).toBe(false);
    expect(sent).toEqual([]);
  });
});
