import { chromium, type Browser } from 'playwright-core';

/** Debian's package with a real browser. */
export const BROWSER_PACKAGE = 'chromium';

/** Starts Debian's Chromium without a window; what it would fetch for itself is off. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
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
}
