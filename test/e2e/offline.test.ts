import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, type Request } from 'playwright-core';
import { pointIn } from '../../local/seed/areas';
import { type Running } from '../../local/process';
import { type Progress } from '../../client';
import { CasePageDocument } from '../generated/operations';
import { openPhone } from '../support/browser';
import { serveApp } from '../support/client/app';
import { eventually } from '../support/eventually';
import { laptop } from '../support/laptop';
import { makePhoto } from '../support/photos';

jest.setTimeout(180_000);

const room = process.env.WANGGE_TEST_BROWSER === undefined ? describe.skip : describe;

/** How many files lie in the phone's database; a text, for it runs in the page. */
const COUNT_BLOBS = `new Promise((resolve) => {
  indexedDB.open('wangge-wang-fang').onsuccess = ({ target }) => {
    const count = target.result.transaction('blobs').objectStore('blobs').count();
    count.onsuccess = () => resolve(count.result);
  };
})`;

/** The story of May 2016 with the client module, in a real browser with its IndexedDB. */
room('fireworks, from a garage without a signal', () => {
  const place = pointIn(1);
  let app: Running & { readonly url: string };
  let folder: string;
  let phone: BrowserContext;
  /** What was sent to the file store since the app was opened: begun, and answered. */
  let [begun, answered]: [Request[], Request[]] = [[], []];

  beforeAll(async () => {
    const { apiUrl, tokenFor } = laptop();
    app = await serveApp(apiUrl, () => tokenFor('wang-fang'));
    folder = mkdtempSync(join(tmpdir(), 'wangge-phone-'));
  });
  afterAll(async () => {
    await phone.close();
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the app on the phone, whose storage is what it was. */
  const openApp = async (): Promise<Page> => {
    phone = await openPhone(folder);
    [begun, answered] = [[], []];
    const isUpload = (request: Request) => request.method() === 'POST' && request.url().includes('evidence');
    phone.on('request', (request) => isUpload(request) && begun.push(request));
    phone.on('response', (response) => isUpload(response.request()) && answered.push(response.request()));
    const [page = await phone.newPage()] = phone.pages();
    await page.goto(app.url);
    await page.locator('body[data-ready]').waitFor();
    return page;
  };
  const progressOn = async (page: Page) =>
    JSON.parse((await page.locator('output').textContent()) ?? '{}') as Partial<Progress>;
  /** The phone is killed as when its battery is empty: no process of it is told. */
  const kill = async (page: Page): Promise<void> => {
    const session = await phone.browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const gone = new Promise((resolve) => phone.once('close', resolve));
    const { id } = processInfo.find(({ type }) => type === 'browser')!;
    process.kill(id, 'SIGKILL');
    await gone;
    expect(page.isClosed()).toBe(true);
  };
  const casePage = async (id: string) => {
    const street = await laptop().clientOf('xu-wei');
    return (await street.request(CasePageDocument, { id })).case;
  };

  it('three photos arrive though the phone dies half-way through the second, and none is sent twice', async () => {
    const photos = await Promise.all(
      ['boxes', 'van', 'label'].map((caption) => makePhoto({ caption, place, width: 4_000, height: 3_000 })),
    );
    let page = await openApp();
    await phone.setOffline(true);
    await page
      .locator('input')
      .setInputFiles(
        photos.map((buffer, index) => ({ name: `${index}.jpg`, mimeType: 'image/jpeg', buffer })),
      );
    const text = '地下车库有人搬运成箱货物，询问时含糊其辞，疑似烟花爆竹。';
    const entered = {
      category: 'SECURITY_DANGEROUS_GOODS',
      urgency: 'EMERGENCY',
      text,
      place: { point: place },
    };
    await page.locator('textarea').fill(JSON.stringify({ case: entered }));
    await page.locator('button').click();
    await page.locator('button[data-recorded]').waitFor();
    const id = (await page.locator('button').getAttribute('data-recorded')) ?? '';
    await page
      .locator('p')
      .getByText('没有网络，内容已存在本机，恢复后自动发送。1 条待发送；3 个文件待上传')
      .waitFor();
    expect(begun).toEqual([]);

    // Upstairs, with a bar or two: a photo takes some seconds.
    const line = await phone.newCDPSession(page);
    const total = photos.reduce((sum, { length }) => sum + length, 0);
    await phone.setOffline(false);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 20, downloadThroughput: -1 },
      uploadThroughput: total / 3 / 4,
    });
    await eventually(async () => Promise.resolve(begun.length === 2 ? true : undefined), 60);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect([begun.length, answered.length]).toEqual([2, 1]);
    await kill(page);
    const before = await casePage(id);
    expect(before?.evidence).toHaveLength(3);
    expect(before?.evidence.filter(({ checkedAt }) => checkedAt !== null).length).toBeLessThanOrEqual(1);

    // Opened again, and nobody touches it.
    page = await openApp();
    const seen = await eventually(async () => {
      const found = await casePage(id);
      return found?.evidence.every(({ status }) => status === 'VERIFIED') === true ? found : undefined;
    }, 60);
    expect(seen).toMatchObject({ text, urgency: 'EMERGENCY', reporter: { name: '王芳' } });
    expect(seen.evidence.map(({ status, role, size }) => [status, role, size])).toEqual(
      photos.map(({ length }) => ['VERIFIED', 'SCENE', length]),
    );
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(['REPORT']);
    const thumbnail = await fetch(seen.evidence[1]?.thumbnailUrl ?? '');
    expect(thumbnail.status).toBe(200);
    // The phone looks again by itself, and waits out a request that the network lost (30 s) before it asks once more.
    const isDone = async () => ((await progressOn(page)).done === true ? true : undefined);
    await eventually(isDone, 90).catch(() => undefined);
    expect(await progressOn(page)).toMatchObject({ done: true, items: { taken: 1 }, files: { verified: 3 } });
    expect(await page.locator('p').textContent()).toBe('全部已送达并核验。');
    expect([begun.length, answered.length]).toEqual([2, 2]);
    // Nothing of them is left on the phone.
    const left = await page.evaluate(COUNT_BLOBS);
    expect(left).toBe(0);
  });
});
