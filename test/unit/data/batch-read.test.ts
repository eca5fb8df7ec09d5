import { type BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { readMany } from '../../../src/data/batch-read';
import { type Table } from '../../../src/data/table';
import { TechnicalError } from '../../../src/shared/errors';

type Key = Record<string, unknown>;

/** A table that answers for so many of the keys it is asked for in a request, and remembers how many those were. */
function tableThatAnswersFor(share: (keys: readonly Key[]) => number) {
  const asked: number[] = [];
  const send = ({ input }: BatchGetCommand) => {
    const keys = (input.RequestItems?.t?.Keys ?? []) as Key[];
    asked.push(keys.length);
    const answered = share(keys);
    const open = keys.slice(answered);
    return Promise.resolve({
      Responses: { t: keys.slice(0, answered).filter(({ pk }) => pk !== 'gone') },
      ...(open.length === 0 ? {} : { UnprocessedKeys: { t: { Keys: open } } }),
    });
  };
  return { table: { name: 't', client: { send } } as unknown as Table, asked };
}

const keys = (count: number) => Array.from({ length: count }, (_none, n) => ({ pk: String(n), sk: 'x' }));

describe('reading many items by their keys', () => {
  it('asks for a hundred at once, and for nothing where there is nothing to read', async () => {
    const { table, asked } = tableThatAnswersFor((some) => some.length);
    expect(await readMany(table, [])).toEqual([]);
    expect(asked).toEqual([]);
    expect(await readMany(table, keys(230))).toHaveLength(230);
    expect(asked).toEqual([100, 100, 30]);
  });

  it('asks again for those it got no answer for, and leaves out those that are not there', async () => {
    const { table, asked } = tableThatAnswersFor((some) => Math.min(some.length, 40));
    const found = await readMany(table, [...keys(99), { pk: 'gone', sk: 'x' }]);
    expect(new Set(found.map(({ pk }) => pk)).size).toBe(99);
    expect(asked).toEqual([100, 60, 20]);
  });

  it('gives up with TRY_AGAIN where the table does not answer', async () => {
    const { table, asked } = tableThatAnswersFor(() => 0);
    await expect(readMany(table, keys(3))).rejects.toEqual(new TechnicalError('TRY_AGAIN'));
    expect(asked).toHaveLength(5);
  });
});
