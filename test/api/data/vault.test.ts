import { createHash } from 'node:crypto';
import { makeTable } from '../../../local/resources/table';
import { openTable, type Table } from '../../../src/data/table';
import { openVault } from '../../../src/data/vault';
import { readEnv } from '../../../src/shared/env';
import { newId } from '../../../src/shared/ids';

const KEY = `raw:${createHash('sha256').update('vault').digest('base64')}`;
const OTHER_KEY = `raw:${createHash('sha256').update('other').digest('base64')}`;
const SECRETS = { identityNumber: '510108199003072316', phone: '13812341234' };

async function freshTable(): Promise<Table> {
  const { dynamodbEndpoint: endpoint } = readEnv();
  const name = `wangge-vault-${newId()}`;
  await makeTable({ name, endpoint: endpoint ?? '', stream: false });
  return openTable({ name, endpoint });
}

describe('the vault', () => {
  it('opens what it sealed, also in another container, and what is sealed tells nothing', async () => {
    const table = await freshTable();
    const sealed = await openVault(table, KEY).seal('me', SECRETS);
    expect(Buffer.from(sealed).toString('latin1')).not.toMatch(/5101081990|1381234|identityNumber/);
    expect(sealed.length).toBeLessThan(400);
    expect(await openVault(table, KEY).open('me', sealed)).toEqual(SECRETS);
  });

  it('opens nothing for another record, of another key, or that was altered', async () => {
    const table = await freshTable();
    const vault = openVault(table, KEY);
    const sealed = await vault.seal('me', SECRETS);
    await expect(vault.open('you', sealed)).rejects.toThrow('another record');
    await expect(openVault(table, OTHER_KEY).open('me', sealed)).rejects.toThrow();
    for (const at of [5, 100, sealed.length - 1]) {
      const altered = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      await expect(vault.open('me', altered)).rejects.toThrow();
    }
  });

  it('gives one value one index in every container, also in those that made its key at the same moment', async () => {
    const table = await freshTable();
    const indexes = await Promise.all(
      Array.from({ length: 8 }, () => openVault(table, KEY).indexOf('phone', '13812341234')),
    );
    expect(new Set(indexes).size).toBe(1);
    expect(indexes[0]).toMatch(/^[\w-]{22}$/);
    const vault = openVault(table, KEY);
    expect(await vault.indexOf('identity', '13812341234')).not.toBe(indexes[0]);
    expect(await vault.indexOf('phone', '13812341235')).not.toBe(indexes[0]);
  });

  it('gives another table another index, so that two districts’ indexes cannot be compared', async () => {
    const [here, there] = await Promise.all([freshTable(), freshTable()]);
    expect(await openVault(here, KEY).indexOf('phone', '13812341234')).not.toBe(
      await openVault(there, KEY).indexOf('phone', '13812341234'),
    );
  });
});
