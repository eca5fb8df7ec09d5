import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { doorsToDeploy } from '../../scripts/doors';
import { type Encryption, openEncryption } from '../../src/data/encryption.lazy';

/** The same library, once as it is installed and once as it is deployed, where its streams are Node's own. */
describe('the encryption that is deployed', () => {
  let deployed: Encryption;
  let installed: Encryption;
  beforeAll(async () => {
    const doors = await doorsToDeploy();
    const part = doors.flatMap(({ parts }) => parts).find((path) => path.endsWith('encryption.lazy.js'));
    const key = `raw:${randomBytes(32).toString('base64')}`;
    const load = createRequire(__filename) as (path: string) => { openEncryption: typeof openEncryption };
    deployed = load(part ?? '').openEncryption(key);
    installed = openEncryption(key);
  }, 120_000);

  it.each([0, 1, 15, 16, 309, 4_095, 4_096, 4_097, 70_000])(
    'opens what the installed one seals, and the other way: %i bytes',
    async (size) => {
      const plain = new Uint8Array(randomBytes(size));
      for (const [seals, opens] of [
        [installed, deployed],
        [deployed, installed],
      ] as const)
        expect(await opens.decrypt(await seals.encrypt(plain))).toEqual(plain);
    },
  );

  it('refuses what was changed on the way', async () => {
    const sealed = await deployed.encrypt(new Uint8Array(randomBytes(300)));
    for (const at of [10, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(deployed.decrypt(changed)).rejects.toThrow();
    }
  });

  it('seals and opens many at once', async () => {
    const all = Array.from({ length: 200 }, (_none, index) => new Uint8Array(randomBytes(index)));
    const sealed = await Promise.all(all.map((plain) => deployed.encrypt(plain)));
    expect(await Promise.all(sealed.map((each) => deployed.decrypt(each)))).toEqual(all);
  });
});
