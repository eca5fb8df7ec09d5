import { type Store } from '../../../client';

/** Opens the store under test; again and again the same. */
type Open = () => Promise<Store>;

interface Clause {
  readonly title: string;
  /** Throws where the store does not keep it. Knows no test runner: it is held in a browser too. */
  readonly hold: (open: Open) => Promise<void>;
}

const mark = (id: string, value = id) => ({ id, value });
const values = (store: Store) =>
  store.run('read', ['marks'], async (kept) =>
    (await kept.all('marks')).map(({ id, value }) => `${id}=${value}`),
  );
const put = (store: Store, ...ids: readonly string[]) =>
  store.run('write', ['marks'], async (kept) => {
    for (const id of ids) await kept.put('marks', mark(id));
  });

function same(seen: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(seen), JSON.stringify(expected)];
  if (one !== other) throw new Error(`It is ${one}, and should be ${other}.`);
}

async function fails(work: () => Promise<unknown>): Promise<void> {
  const failed = await work().then(
    () => false,
    () => true,
  );
  if (!failed) throw new Error('It should have failed.');
}

/** What every store must keep. */
export const CONTRACT: readonly Clause[] = [
  {
    title: 'gives back what was put, in the order of the ids, and nothing that was removed',
    hold: async (open) => {
      const store = await open();
      await put(store, 'b', 'c', 'a');
      await store.run('write', ['marks'], (kept) => kept.remove('marks', 'c'));
      same(await values(store), ['a=a', 'b=b']);
      same(
        await store.run('read', ['marks'], async (kept) => (await kept.get('marks', 'c')) ?? 'none'),
        'none',
      );
    },
  },
  {
    title: 'sees within a transaction what it has written itself',
    hold: async (open) => {
      const store = await open();
      await put(store, 'a', 'b');
      const seen = await store.run('write', ['marks'], async (kept) => {
        await kept.put('marks', mark('c'));
        await kept.remove('marks', 'a');
        return [(await kept.all('marks')).map(({ id }) => id), await kept.get('marks', 'c')];
      });
      same(seen, [['b', 'c'], mark('c')]);
    },
  },
  {
    title: 'keeps nothing of a transaction that failed, over all its tables',
    hold: async (open) => {
      const store = await open();
      await put(store, 'a', 'b');
      await fails(() =>
        store.run('write', ['marks', 'choices'], async (kept) => {
          await kept.put('marks', mark('a', 'changed'));
          await kept.remove('marks', 'b');
          await kept.put('choices', { id: 'x', request: 'y', choice: 'MINE' });
          throw new Error('killed');
        }),
      );
      same(await values(store), ['a=a', 'b=b']);
      same(await store.run('read', ['choices'], (kept) => kept.all('choices')), []);
    },
  },
  {
    title: 'lets transactions on the same table follow one another',
    hold: async (open) => {
      const store = await open();
      const count = () =>
        store.run('write', ['marks'], async (kept) => {
          const known = await kept.get('marks', 'count');
          await kept.put('marks', mark('count', String(Number(known?.value ?? 0) + 1)));
        });
      await Promise.all(Array.from({ length: 20 }, count));
      same(await values(store), ['count=20']);
    },
  },
  {
    title: 'goes on after a transaction that failed',
    hold: async (open) => {
      const store = await open();
      const failing = fails(() => store.run('write', ['marks'], () => Promise.reject(new Error('killed'))));
      await Promise.all([failing, put(store, 'a')]);
      same(await values(store), ['a=a']);
    },
  },
  {
    title: 'writes only where it may, in tables that were named',
    hold: async (open) => {
      const store = await open();
      await fails(() => store.run('read', ['marks'], (kept) => kept.put('marks', mark('a'))));
      await fails(() => store.run('read', ['marks'], (kept) => kept.remove('marks', 'a')));
      await fails(() => store.run('write', ['choices'], (kept) => kept.put('marks', mark('a'))));
      await fails(() => store.run('read', ['choices'], (kept) => kept.get('marks', 'a')));
      same(await values(store), []);
    },
  },
  {
    title: 'gives back a file byte by byte, with its type',
    hold: async (open) => {
      const store = await open();
      const bytes = Uint8Array.from({ length: 100_000 }, (_none, index) => index % 251);
      const blob = new Blob([bytes], { type: 'image/jpeg' });
      await store.run('write', ['blobs'], (kept) => kept.put('blobs', { id: 'a', blob }));
      await store.close();
      const again = await open();
      const kept = await again.run('read', ['blobs'], (transaction) => transaction.get('blobs', 'a'));
      same([kept?.blob.size, kept?.blob.type], [bytes.length, 'image/jpeg']);
      const back = new Uint8Array((await kept?.blob.arrayBuffer()) ?? new ArrayBuffer(0));
      same(
        bytes.every((byte, index) => back[index] === byte),
        true,
      );
    },
  },
  {
    title: 'has everything again when it is opened again, also by two at once',
    hold: async (open) => {
      const store = await open();
      await put(store, 'a');
      await store.close();
      const [one, other] = await Promise.all([open(), open()]);
      await put(one, 'b');
      same(await values(other), ['a=a', 'b=b']);
    },
  },
  {
    title: 'works on after it was closed, as a browser closes what lies in the background',
    hold: async (open) => {
      const store = await open();
      await put(store, 'a');
      await store.close();
      same(await values(store), ['a=a']);
    },
  },
];
