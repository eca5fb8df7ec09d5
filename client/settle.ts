import { stepFile } from './file.machine';
import { type ItemRow } from './rows';
import { type Transaction } from './store';

/** Its files after an item was settled by hand: to be sent when it was taken, let go when it was given up. */
export async function settleFiles(transaction: Transaction, item: ItemRow, now: number): Promise<void> {
  for (const file of await transaction.all('files')) {
    if (file.item !== item.id || file.state !== 'HELD') continue;
    if (item.state === 'TAKEN') await transaction.put('files', { ...file, state: 'WAITING', notBefore: now });
    if (item.state === 'GIVEN_UP') {
      await transaction.put('files', stepFile(file, { type: 'GIVEN_UP', at: now }));
      await transaction.remove('blobs', file.id);
    }
  }
}
