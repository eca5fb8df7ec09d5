import { type BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { putAll } from '../../../src/data/bulk-write';
import { type Table } from '../../../src/data/table';

type Requests = { PutRequest: { Item: Record<string, unknown> } }[];

/** A table that answers as `answer` says and remembers what it was sent. */
function tableThat(answer: (requests: Requests, call: number) => Requests | Error) {
  const calls: Requests[] = [];
  let [now, most] = [0, 0];
  const send = async ({ input }: BatchWriteCommand) => {
    const requests = input.RequestItems!.t as Requests;
    calls.push(requests);
    const said = answer(requests, calls.length);
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
    if (said instanceof Error) throw said;
    return { UnprocessedItems: said.length === 0 ? {} : { t: said } };
  };
  const table = { name: 't', client: { send } } as unknown as Table;
  return { table, calls, most: () => most };
}

const items = (count: number) => Array.from({ length: count }, (_none, n) => ({ pk: String(n), sk: 'x' }));

describe('writing in bulk', () => {
  it('sends batches of 25, several at once but no more than it may, and counts', async () => {
    const { table, calls, most } = tableThat(() => []);
    expect(await putAll(table, items(260), { underWay: 3 })).toBe(260);
    expect(calls.map(({ length }) => length).sort((a, b) => b - a)).toEqual([
      ...Array<number>(10).fill(25),
      10,
    ]);
    expect(most()).toBe(3);
  });

  it('sends what the table had no room for again, until all is written', async () => {
    const written = new Set<string>();
    const { table } = tableThat((requests, call) => {
      const kept = call % 2 === 1 ? requests.slice(0, 3) : requests;
      for (const { PutRequest } of kept) written.add(String(PutRequest.Item.pk));
      return requests.slice(kept.length);
    });
    expect(await putAll(table, items(60))).toBe(60);
    expect(written.size).toBe(60);
  });

  it('takes no more items once a request has failed, and fails with what it failed with', async () => {
    let taken = 0;
    function* many() {
      for (const item of items(10_000)) {
        taken += 1;
        yield item;
      }
    }
    const { table } = tableThat(() => new Error('the table is gone'));
    await expect(putAll(table, many(), { underWay: 2 })).rejects.toThrow('the table is gone');
    expect(taken).toBeLessThan(200);
  });

  it('writes nothing for nothing', async () => {
    const { table, calls } = tableThat(() => []);
    expect(await putAll(table, [])).toBe(0);
    expect(calls).toEqual([]);
  });
});
