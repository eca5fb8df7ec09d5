import fc from 'fast-check';
import { type FieldClient, type FieldWork, MemoryStore, type Store } from '../../../client';
import { aCase, AT_ONCE, type Device, makeDevice, photo } from '../../support/client/device';
import { type Fault, FakeServer } from '../../support/client/fake-server';
import { mortal, type Mortal } from '../../support/client/mortal';

const day = '2026-11-26';
const COURTYARD = '510108008003001001';

/** What is entered in a morning; each may name what was entered before it. */
type Entry = (ids: readonly string[]) => FieldWork;
const MORNING: readonly Entry[] = [
  () => ({ newHousehold: { courtyard: COURTYARD, door: '1-1-101' } }),
  ([household = '']) => ({
    newResident: { household, name: '李四', kind: 'FLOATING', relation: 'OTHER', from: day },
  }),
  ([, resident = '']) => ({ residentUpdate: { resident, expectedVersion: 1, name: '李思' } }),
  () => aCase(),
  ([household = '', resident = '']) => ({
    visit: {
      ...{ household, outcome: 'MET', at: day, met: [resident] },
      parts: [{ note: { kind: 'NEED', text: '代办医保' } }, aCase('楼道堆物')],
    },
  }),
];
/** The entries that have pictures. */
const WITH_PHOTOS = new Set([3, 4]);

/** A phone whose app dies and is opened again, until everything is done. */
class Life {
  readonly server = new FakeServer();
  readonly kept: Store = new MemoryStore();
  readonly ids: string[] = [];

  /** One process: enters what was not entered yet, sends. Ends when it dies, or when there is nothing more to do. */
  async live(process: Mortal): Promise<void> {
    const phone = makeDevice({ server: this.server, store: process.store, seed: process.operations() + 3 });
    try {
      await this.#work(phone);
    } catch (error) {
      if (!process.isDead()) throw error;
    }
  }

  async #work(phone: Device): Promise<void> {
    const client = await phone.open({ backoff: AT_ONCE });
    await this.#enter(client);
    for (let pass = 0; pass < 12; pass += 1) if ((await client.sync()).done) return;
  }

  /** Its user looks at the list first: what was kept before the app died is there. */
  async #enter(client: FieldClient): Promise<void> {
    const listed = await client.items();
    this.ids.splice(0, Infinity, ...listed.map(({ id }) => id));
    for (const [index, entry] of [...MORNING.entries()].slice(this.ids.length)) {
      const files = [1, 2].map((fill) => ({ role: 'SCENE' as const, blob: photo(100, fill) }));
      const { id } = await client.record(entry(this.ids), WITH_PHOTOS.has(index) ? { files } : {});
      this.ids.push(id);
    }
  }

  /** Everything that was entered is with the server, once; every picture is checked; nothing is left on the phone. */
  async assertWhole(): Promise<void> {
    const last = await makeDevice({ server: this.server, store: this.kept }).open();
    const items = await last.items();
    expect(items.map(({ state }) => state)).toEqual(MORNING.map(() => 'TAKEN'));
    const parts = items[4]?.makes.slice(1) ?? [];
    expect([...this.server.written].sort()).toEqual([...items.map(({ id }) => id), ...parts].sort());
    const files = items.flatMap((item) => item.files);
    expect(files.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'VERIFIED'));
    for (const { id } of files) expect(this.server.files.get(id)?.status).toBe('VERIFIED');
    expect(await this.kept.run('read', ['blobs'], (kept) => kept.all('blobs'))).toEqual([]);
  }
}

describe('an app that is killed', () => {
  it('at any operation of its store has lost nothing and does nothing twice when it is opened again', async () => {
    const whole = new Life();
    const undisturbed = mortal(whole.kept);
    await whole.live(undisturbed);
    await whole.assertWhole();
    const operations = undisturbed.operations();
    expect(operations).toBeGreaterThan(30);
    for (let at = 0; at < operations; at += 1) {
      for (const moment of ['before', 'after'] as const) {
        const life = new Life();
        const process = mortal(life.kept, at, moment);
        await life.live(process);
        expect(process.isDead()).toBe(true);
        await life.live(mortal(life.kept));
        await life.assertWhole();
      }
    }
    console.info(`killed at each of ${operations} operations of the store, before and after`);
  });

  it('again and again, with answers lost and a server that is busy, comes to the same', async () => {
    const fault = fc.constantFrom<Fault>(
      ...([
        'lost before',
        'lost after',
        'throttled',
        'internal',
        'logged out',
        undefined,
        undefined,
      ] as const),
    );
    const death = fc.record({ at: fc.nat(60), moment: fc.constantFrom('before' as const, 'after' as const) });
    const runs = 300;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 40 }),
        fc.array(death, { maxLength: 4 }),
        async (faults, deaths) => {
          const life = new Life();
          const left = [...faults];
          life.server.fault = () => left.shift();
          for (const { at, moment } of deaths) await life.live(mortal(life.kept, at, moment));
          left.length = 0;
          await life.live(mortal(life.kept));
          await life.assertWhole();
        },
      ),
      { numRuns: runs },
    );
    console.info(`${runs} runs of faults and kills`);
  });
});
