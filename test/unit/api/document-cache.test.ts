import { InMemoryLRUCache, PrefixingKeyValueCache } from '../../../scripts/stubs/document-cache';

describe('the cache of parsed documents in the bundles', () => {
  it('forgets first what was asked for least lately, once there is too much together', async () => {
    const cache = new InMemoryLRUCache<string>();
    const large = 'x'.repeat(10 * 2 ** 20);
    for (const key of ['a', 'b', 'c']) await cache.set(key, large);
    expect(await cache.get('a')).toBe(large);
    await cache.set('d', 'y');
    expect([await cache.get('a'), await cache.get('b'), await cache.get('d')]).toEqual([
      large,
      undefined,
      'y',
    ]);
    // What was taken away makes room.
    expect([await cache.delete('c'), await cache.delete('c')]).toEqual([true, false]);
    await cache.set('e', large);
    expect([await cache.get('a'), await cache.get('e')]).toEqual([large, large]);
  });

  it('keeps what has a prefix apart', async () => {
    const cache = new InMemoryLRUCache<string>();
    const apart = new PrefixingKeyValueCache(cache, 'apq:');
    await apart.set('a', '1');
    expect([await apart.get('a'), await cache.get('a'), await cache.get('apq:a')]).toEqual([
      '1',
      undefined,
      '1',
    ]);
    expect([await apart.delete('a'), await apart.get('a')]).toEqual([true, undefined]);
  });
});
