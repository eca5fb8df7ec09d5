import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type Page } from 'playwright-core';
import { type Running } from '../../local/process';
import { openBrowser } from '../support/browser';
import { serveApp } from '../support/client/app';
import { CONTRACT } from '../support/client/store-contract';

jest.setTimeout(60_000);

const room = process.env.WANGGE_TEST_BROWSER === undefined ? describe.skip : describe;

/** The contract of the stores, held by IndexedDB as a browser has it. */
room('the store in a real browser', () => {
  let browser: Browser;
  let app: Running & { readonly url: string };
  let page: Page;

  beforeAll(async () => {
    [browser, app] = await Promise.all([
      openBrowser(),
      // Nobody is logged in: the app is there for its page only.
      serveApp('http://localhost:1/graphql', () => Promise.resolve('')),
    ]);
    const { outputFiles } = await build({
      entryPoints: [join(__dirname, '..', 'support', 'client', 'store-contract.ts')],
      ...{ bundle: true, write: false, format: 'iife', globalName: 'contract', target: 'es2022' },
    });
    page = await browser.newPage();
    await page.goto(app.url);
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it.each(CONTRACT.map(({ title }, index) => [title, index] as const))('%s', async (_title, index) => {
    await page.evaluate(`import('/client.js').then(({ openIndexedDbStore }) =>
      contract.CONTRACT[${index}].hold(() => openIndexedDbStore('contract ${index}')))`);
  });

  it('tells when it does not hold', async () => {
    const forgetful = "import('/client.js').then(({ MemoryStore }) => new MemoryStore())";
    const held = page.evaluate(`contract.CONTRACT.at(-2).hold(() => ${forgetful})`);
    await expect(held).rejects.toThrow('should be');
  });
});
