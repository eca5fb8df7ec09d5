import { createCollectionReader } from '../../../src/data/collection-reader';
import { openMemoryTable } from '../../support/memory-table';

const strongly = { consistent: true };
const item = { pk: 'HOME#1', sk: 'A' };

/** A reader whose first Query fails, as when a connection breaks. */
function failingOnce() {
  const table = openMemoryTable();
  let failed = false;
  table.goBy((_name, act) => {
    if (failed) return Promise.resolve(act());
    failed = true;
    return Promise.reject(new Error('socket hang up'));
  });
  return createCollectionReader(table);
}

describe('a request’s reader of item collections', () => {
  it('reads again what could not be read: one broken connection does not spoil the rest of the request', async () => {
    const reads = failingOnce();
    await expect(reads.read(item.pk, strongly)).rejects.toThrow('socket hang up');
    expect(await reads.read(item.pk, strongly)).toEqual([]);
  });

  it('takes over a write to what is still being read, though that fails: nobody is left with an error that none awaits', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    const reads = failingOnce();
    const reading = reads.read(item.pk, strongly);
    reads.wrote(item.pk, [item], 'KNOWN');
    await expect(reading).rejects.toThrow('socket hang up');
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
    expect(await reads.read(item.pk, strongly)).toEqual([]);
  });
});
