import { type Progress } from '../../../client';
import { aCase, makeDevice, photo, settled } from '../../support/client/device';

describe('a client that was started', () => {
  it('sends by itself what is entered, and waits for the check of its files', async () => {
    const phone = makeDevice();
    phone.server.files.checksAtOnce = false;
    const client = await phone.open();
    const told: Progress[] = [];
    client.watch((progress) => told.push(progress));
    client.start();
    await settled();
    await client.record(aCase(), { files: [{ role: 'SCENE', blob: photo() }] });
    for (let turn = 0; turn < 10; turn += 1) await phone.clock.pass(phone.clock.next() ?? 0);
    expect(await client.progress()).toMatchObject({ items: { taken: 1 }, files: { arrived: 1 } });
    phone.server.files.check();
    for (let turn = 0; turn < 10; turn += 1) await phone.clock.pass(phone.clock.next() ?? 0);
    expect(told.at(-1)).toMatchObject({ done: true, doing: 'IDLE' });
    expect(told.some(({ doing }) => doing === 'SENDING')).toBe(true);
    await client.close();
  });

  it('tries more and more seldom while the server is busy, and at once when the network is back', async () => {
    const phone = makeDevice();
    phone.server.fault = () => 'throttled';
    const client = await phone.open();
    client.start();
    await client.record(aCase());
    await settled();
    const waits: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const wait = phone.clock.next() ?? 0;
      waits.push(wait);
      await phone.clock.pass(wait);
    }
    expect(Math.max(...waits.slice(0, 3))).toBeLessThanOrEqual(4_000);
    expect(Math.max(...waits.slice(6))).toBeGreaterThan(30_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
    expect(await client.progress()).toMatchObject({ doing: 'BUSY', items: { waiting: 1 } });

    phone.setOnline(false);
    await settled();
    expect(await client.progress()).toMatchObject({ doing: 'OFFLINE' });
    phone.server.fault = () => undefined;
    phone.setOnline(true);
    await settled();
    expect(await client.progress()).toMatchObject({ done: true });
    await client.close();
  });

  it('looks soon at what fell due while it was looking at something else', async () => {
    const phone = makeDevice();
    phone.server.files.checksAtOnce = false;
    const { fetch } = phone.server;
    let takes = 100;
    const slowly = (...request: Parameters<typeof fetch>) => {
      phone.clock.time += takes;
      return fetch(...request);
    };
    Object.assign(phone.server, { fetch: slowly });
    const client = await phone.open();
    for (let n = 0; n < 2; n += 1)
      await client.record(aCase(`第 ${n} 件`), { files: [{ role: 'SCENE', blob: photo(10, n) }] });
    client.start();
    await settled();
    expect(await client.progress()).toMatchObject({ files: { arrived: 2 } });
    phone.server.files.check();
    takes = 1_000;
    await phone.clock.pass(phone.clock.next() ?? 0);
    expect(await client.progress()).toMatchObject({ files: { arrived: 1, verified: 1 } });
    expect(phone.clock.next()).toBeLessThan(1_000);
    await phone.clock.pass(phone.clock.next() ?? 0);
    expect(await client.progress()).toMatchObject({ done: true });
    await client.close();
  });

  it('waits as long as the server asks it to', async () => {
    const phone = makeDevice();
    const { fetch } = phone.server;
    Object.assign(phone.server, {
      fetch: (...request: Parameters<typeof fetch>) =>
        fetch(...request).then((answer) => {
          answer.headers.set('retry-after', '120');
          return answer;
        }),
    });
    phone.server.fault = () => 'throttled';
    const client = await phone.open();
    client.start();
    await client.record(aCase());
    await settled();
    expect(phone.clock.next()).toBeGreaterThanOrEqual(120_000);
    await client.close();
  });

  it('does one thing at a time, however often it is asked', async () => {
    const phone = makeDevice();
    const client = await phone.open();
    await client.record(aCase());
    await Promise.all([client.sync(), client.sync(), client.sync()]);
    expect(phone.server.requests.filter(({ operation }) => operation === 'SubmitFieldBatch')).toHaveLength(1);
  });

  it('leaves it to the tab that is at it', async () => {
    const phone = makeDevice();
    const locks = { tryRun: () => Promise.resolve(undefined) };
    const surroundings = { fetch: phone.server.fetch, now: phone.clock.now, later: phone.clock.later, locks };
    const client = await phone.open({ surroundings });
    await client.record(aCase());
    expect(await client.sync()).toMatchObject({ doing: 'IDLE', items: { waiting: 1 } });
    expect(phone.server.requests).toEqual([]);
  });

  it('in two tabs without locks takes in once what both have sent', async () => {
    const phone = makeDevice();
    const [one, other] = [await phone.open(), await phone.open()];
    for (let n = 0; n < 5; n += 1)
      await one.record(aCase(`第 ${n} 件`), { files: [{ role: 'SCENE', blob: photo(10, n) }] });
    await Promise.all([one.sync(), other.sync()]);
    await Promise.all([one.sync(), other.sync()]);
    expect(await other.progress()).toMatchObject({ done: true, items: { taken: 5 }, files: { verified: 5 } });
    expect(new Set(phone.server.written).size).toBe(5);
    expect(phone.server.written).toHaveLength(5);
  });
});
