import { makeDevice } from '../../support/client/device';

const change = (id: string, areas: string[], more: object = {}) => ({
  ...{ type: 'RESIDENT', id, areas, removed: false, version: 1, resident: { name: `居民 ${id}` } },
  ...{ household: null, due: null, case: null },
  ...more,
});
const told = (changes: object[], cursor: string, more: object = {}) => ({
  ...{ changes, cursor, hasMore: false, forget: [], restart: false },
  ...more,
});

describe('the local copy', () => {
  const open = async () => {
    const phone = makeDevice();
    const client = await phone.open({ areas: ['g1', 'g2'] });
    const names = async () => (await client.copy.list('RESIDENT')).map(({ id }) => id);
    return {
      phone,
      client,
      names,
      cursors: () => phone.server.requests.map(({ variables }) => variables.cursor),
    };
  };

  it('takes in what has changed, page after page, and goes on from there the next time', async () => {
    const { phone, client, names, cursors } = await open();
    phone.server.changes = [
      told([change('a', ['g1']), change('b', ['g2'])], 'one', { hasMore: true }),
      told([change('c', ['g1']), change('a', [], { removed: true })], 'two'),
    ];
    await client.sync();
    expect(await names()).toEqual(['b', 'c']);
    expect(await client.copy.get('RESIDENT', 'b')).toMatchObject({
      version: 1,
      resident: { name: '居民 b' },
    });
    expect(await client.copy.get('RESIDENT', 'a')).toBeUndefined();
    await client.sync();
    expect(cursors()).toEqual([undefined, 'one', 'two']);
    expect(phone.server.requests[0]?.variables.areas).toEqual(['g1', 'g2']);
  });

  it('forgets an area with all that is seen nowhere else', async () => {
    const { phone, client, names } = await open();
    phone.server.changes = [
      told([change('a', ['g1']), change('b', ['g1', 'g2']), change('c', ['g2'])], 'one'),
    ];
    await client.sync();
    client.copy.follow(['g2']);
    phone.server.changes = [told([], 'two', { forget: ['g1'] })];
    await client.sync();
    expect(await names()).toEqual(['b', 'c']);
    phone.server.changes = [told([], 'three', { forget: ['g2'] })];
    await client.sync();
    expect(await names()).toEqual([]);
  });

  it('begins anew when it has not asked for too long', async () => {
    const { phone, client, names } = await open();
    phone.server.changes = [told([change('a', ['g1'])], 'one')];
    await client.sync();
    phone.server.changes = [told([change('b', ['g1'])], 'two', { restart: true })];
    await client.sync();
    expect(await names()).toEqual(['b']);
  });

  it('stays as it was when an answer is lost, and asks again from the same place', async () => {
    const { phone, client, names, cursors } = await open();
    phone.server.changes = [told([change('a', ['g1'])], 'one')];
    await client.sync();
    phone.server.fault = () => 'lost before';
    expect(await client.sync()).toMatchObject({ doing: 'OFFLINE' });
    phone.server.fault = () => undefined;
    phone.server.changes = [told([change('b', ['g1'])], 'two')];
    await client.sync();
    expect(await names()).toEqual(['a', 'b']);
    expect(cursors()).toEqual([undefined, 'one', 'one']);
  });
});
