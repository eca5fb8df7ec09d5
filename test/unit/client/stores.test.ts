import { MemoryStore, openIndexedDbStore, type Store } from '../../../client';
import { CONTRACT } from '../../support/client/store-contract';
import 'fake-indexeddb/auto';

let databases = 0;

/** How each store is opened: the same again by the same function. */
const STORES: Readonly<Record<string, () => () => Promise<Store>>> = {
  memory: () => {
    const store = new MemoryStore();
    return () => Promise.resolve(store);
  },
  IndexedDB: () => {
    databases += 1;
    const name = `test ${databases}`;
    return () => openIndexedDbStore(name);
  },
};

describe.each(Object.entries(STORES))('the store in %s', (_name, make) => {
  it.each(CONTRACT.map(({ title, hold }) => [title, hold] as const))('%s', async (_title, hold) => {
    await hold(make());
  });
});
