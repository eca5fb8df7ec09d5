import { type FieldClient } from '../../../client';
import { aCase, type Device, makeDevice, photo } from '../../support/client/device';

const MEGABYTES = 1024 * 1024;
/** Each megabyte of it is another. */
const aFilm = (megabytes: number) =>
  new Blob(
    Array.from({ length: megabytes }, (_none, index) => new Uint8Array(MEGABYTES).fill(index)),
    { type: 'video/mp4' },
  );

describe('uploads', () => {
  let phone: Device;
  let client: FieldClient;
  const report = async (...blobs: readonly Blob[]) =>
    (await client.record(aCase(), { files: blobs.map((blob) => ({ role: 'SCENE', blob })) })).files;
  const fileOf = async (id: string) =>
    (await client.items()).flatMap(({ files }) => files).find((file) => file.id === id);
  const blobs = async () => (await phone.store.run('read', ['blobs'], (kept) => kept.all('blobs'))).length;
  /** Sends to the store so far: how often something was put there. */
  const puts = () => sends;
  let sends = 0;

  beforeEach(async () => {
    phone = makeDevice();
    sends = 0;
    phone.server.fault = (operation) => {
      if (operation === 'upload') sends += 1;
      return undefined;
    };
    client = await phone.open();
  });

  it('keep the bytes until the server has checked them, and do not send them again meanwhile', async () => {
    phone.server.files.checksAtOnce = false;
    const [id = ''] = await report(photo());
    for (let pass = 0; pass < 4; pass += 1) await client.sync();
    expect(await fileOf(id)).toMatchObject({ state: 'ARRIVED', sent: 1_000 });
    expect([puts(), await blobs()]).toEqual([1, 1]);
    expect((await client.progress()).sentence.zh).toBe('1 个文件已上传，正在核验。');
    phone.server.files.check();
    expect(await client.sync()).toMatchObject({ done: true, files: { verified: 1 } });
    expect([puts(), await blobs()]).toEqual([1, 0]);
  });

  it('are made again when the slot ran out, or nobody has looked at the file for hours', async () => {
    phone.server.files.checksAtOnce = false;
    const [id = ''] = await report(photo());
    await client.sync();
    phone.clock.time += 7 * 3_600_000;
    await client.sync();
    expect(puts()).toBe(2);
    phone.server.files.expire();
    await client.sync();
    expect(puts()).toBe(3);
    phone.server.files.check();
    await client.sync();
    expect(await fileOf(id)).toMatchObject({ state: 'VERIFIED' });
  });

  it('ask for new links when theirs have run out', async () => {
    phone.server.fault = (operation) => {
      if (operation !== 'upload') return undefined;
      sends += 1;
      if (sends === 1) phone.server.files.expireLinks();
      return undefined;
    };
    await report(photo(10, 1), photo(10, 2));
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, files: { verified: 2 } });
    expect(phone.server.requests.map(({ operation }) => operation)).toEqual([
      ...['SubmitFieldBatch', 'SentFiles', 'SentFiles', 'SentFiles'],
    ]);
  });

  it('say why a file was refused; its user sends it once more, or gives it up', async () => {
    const [one = '', other = ''] = await report(photo(10, 1), photo(10, 2));
    phone.server.files.broken.add(one).add(other);
    await client.sync();
    const progress = await client.sync();
    expect(progress).toMatchObject({ done: false, files: { rejected: 2 } });
    expect(progress.sentence).toEqual({
      zh: '2 个文件未通过核验。',
      en: '2 files were refused by the check.',
    });
    expect(await fileOf(one)).toMatchObject({ state: 'REJECTED', reason: 'NOT_DECODABLE' });
    expect(await blobs()).toBe(2);
    // The old refusal still stands while the new file is on its way: it is not taken for a new one.
    phone.server.files.broken.delete(one);
    phone.server.files.checksAtOnce = false;
    expect(await client.retryFile(one)).toBe(true);
    await client.sync();
    await client.sync();
    expect(await fileOf(one)).toMatchObject({ state: 'ARRIVED' });
    phone.server.files.check();
    await client.sync();
    expect(await fileOf(one)).toMatchObject({ state: 'VERIFIED' });
    expect(await client.giveUpFile(other)).toBe(true);
    expect(await client.progress()).toMatchObject({ done: true, bytes: { sent: 10, total: 10 } });
    expect(await blobs()).toBe(0);
  });

  it('of one that never goes through keep no other back', async () => {
    const { files } = phone.server;
    const take = files.take.bind(files);
    const [bad = '', good = ''] = await report(photo(10, 1), photo(10, 2));
    phone.server.files.take = (url, init, fault) =>
      url.includes(bad) ? Promise.reject(new TypeError('Failed to fetch')) : take(url, init, fault);
    for (let pass = 0; pass < 3; pass += 1) await client.sync();
    expect(await fileOf(good)).toMatchObject({ state: 'VERIFIED' });
    expect(await fileOf(bad)).toMatchObject({ state: 'WAITING', trouble: { code: 'OFFLINE' } });
  });

  it('of a visit’s film go in parts like any', async () => {
    const household = await client.newId();
    phone.server.known.add(household);
    await client.record(
      { visit: { household, outcome: 'MET', at: '2026-11-26T01:00:00Z' } },
      { files: [{ role: 'DOCUMENT', blob: aFilm(17) }] },
    );
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, files: { verified: 1 } });
    expect(puts()).toBe(3);
  });

  it('of a film go in parts, and on where they were broken off', async () => {
    const [id = ''] = await report(aFilm(20));
    let parts = 0;
    phone.server.fault = (operation) => {
      if (operation !== 'upload') return undefined;
      parts += 1;
      return parts === 2 ? 'lost before' : undefined;
    };
    expect(await client.sync()).toMatchObject({
      doing: 'OFFLINE',
      bytes: { sent: 8 * MEGABYTES, total: 20 * MEGABYTES },
      sentence: { zh: '没有网络，内容已存在本机，恢复后自动发送。1 个文件待上传（8.4/21.0 MB）。' },
    });
    // The app is opened anew: only what is not there is sent.
    client = await phone.open();
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, files: { verified: 1 } });
    expect(parts).toBe(4);
    expect(phone.server.files.get(id)).toMatchObject({ status: 'VERIFIED', arrivals: 1 });
  });

  it('of a film go at once where the store takes no parts', async () => {
    phone.server.files.takesParts = false;
    await report(aFilm(17));
    await client.sync();
    expect(await client.sync()).toMatchObject({ done: true, files: { verified: 1 } });
    expect(puts()).toBe(1);
  });

  it('wait when the record cannot be seen any more, and say so', async () => {
    const [id = ''] = await report(photo());
    const of = phone.server.files.of.bind(phone.server.files);
    phone.server.files.of = () => [];
    await client.sync();
    expect(await fileOf(id)).toMatchObject({ state: 'WAITING', attempts: 1 });
    phone.server.files.of = of;
    await client.sync();
    expect(puts()).toBe(1);
  });
});
