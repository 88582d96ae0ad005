import {launch} from 'puppeteer-core';
import type {EngineWindow} from './engine-window.js';
import {emulateInFirefox} from './firefox-media.js';

/** Starts Firefox without a screen, in UTC and English. */
export async function openFirefoxWindow(executablePath: string): Promise<EngineWindow> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {'intl.accept_languages': 'en-US'},
    env: {...process.env, TZ: process.env['TEST_TIME_ZONE'] ?? 'UTC'},
  });
  // The window that Firefox starts with never gets the focus.
  const page = await browser.newPage({type: 'window'});
  return {
    goto: async (url) => {
      await page.bringToFront();
      await page.goto(url);
    },
    url: async () => page.url(),
    evaluate: (expression) => page.evaluate(expression),
    keyboard: page.keyboard,
    setViewportSize: (size) => page.setViewport(size),
    emulateMedia: (media) => emulateInFirefox(browser, page, media),
    close: () => browser.close(),
  };
}
