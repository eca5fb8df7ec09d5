import { type WholeApp } from '../../src/app/backstage';
import { seedId } from './ids';
import { person } from './people';

/** The dispute whose files are held: one of its parties means to go to court. */
const HELD = { type: 'CASE', id: seedId('CASE', 9) } as const;

/** Holds the files of the seed's dispute; where that was lifted since, it is left as it is. */
export async function seedHold({
  services,
  newReads,
}: Pick<WholeApp, 'services' | 'newReads'>): Promise<void> {
  const by = person('xu-wei');
  if ((await services.fileHolds.of(by, newReads(), HELD)) !== undefined) return;
  const reason = '一方当事人拟起诉，诉讼期间保全证据。';
  await services.fileHolds.set(by, newReads(), { ...HELD, on: true, reason });
}
