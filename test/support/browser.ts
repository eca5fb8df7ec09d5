import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** Debian's package with a real browser. */
export const BROWSER_PACKAGE = 'chromium';

const OPTIONS = () => ({
  executablePath: process.env.WANGGE_TEST_BROWSER ?? '',
  args: [
    '--headless',
    // In a container it runs as root, and only ever opens our own page.
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/** Starts Debian's Chromium without a window; what it would fetch for itself is off. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(OPTIONS());
}

/** The same as a phone: what its pages store is in this folder, and there again when it is opened again. */
export function openPhone(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, OPTIONS());
}
