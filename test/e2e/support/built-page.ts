import {after, before} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {partName, serveBundle} from '../../serve-bundle.js';
import {launchBrowser} from './launch-browser.js';

/** A page with the built script, whose files can be refused by name. */
export interface BuiltPage {
  readonly page: Page;
  /** Names of the files asked for so far, without folder and hash. */
  readonly asked: string[];
  /** Names of files that cannot be had now. */
  readonly refused: Set<string>;
}

/**
 * Call in a `describe`. Returns what opens a page with `body` and the built script, in a browser that its
 * tests share; the files that `refused` names cannot be had.
 */
export function useBuiltPages() {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  return (body: string, refused: readonly string[] = []) => openBuiltPage(browser, body, refused);
}

async function openBuiltPage(
  browser: Browser,
  body: string,
  refused: readonly string[],
): Promise<BuiltPage> {
  const page = await browser.newPage();
  const built = {page, asked: [] as string[], refused: new Set(refused)};
  const html = `<!doctype html><html lang="en"><link rel="icon" href="data:," /><body>${body}
    <script type="module" src="/tinybird-chart.js"></script></body></html>`;
  await serveBundle(page, html, (file) => {
    const name = partName(file);
    built.asked.push(name);
    return !built.refused.has(name);
  });
  return built;
}
