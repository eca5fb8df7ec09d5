import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { openTable, type Table } from '../../src/data/table';
import { readEnv } from '../../src/shared/env';
import { newId } from '../../src/shared/ids';
import { openMemoryTable } from '../support/memory-table';

describe('the table in memory', () => {
  it('moves what is in it into the store it stands before, and is that store from then on', async () => {
    const store = () => openTable({ name: readEnv().tableName, endpoint: readEnv().dynamodbEndpoint });
    const [real, run] = [store(), newId()];
    const table = openMemoryTable(store());
    const get = ({ client, name: TableName }: Table, sk: string) =>
      client.send(new GetCommand({ TableName, Key: { pk: run, sk } })).then(({ Item }) => Item);
    const put = (sk: string) =>
      table.client.send(new PutCommand({ TableName: table.name, Item: { pk: run, sk, none: undefined } }));
    const names = Array.from({ length: 30 }, (_, at) => `row ${at}`);
    for (const sk of names) await put(sk);
    expect(await get(real, 'row 0')).toBeUndefined();
    await table.moveDown();
    for (const sk of names) expect(await get(real, sk)).toEqual({ pk: run, sk });
    await put('after');
    expect(await get(real, 'after')).toEqual({ pk: run, sk: 'after' });
  });
});
