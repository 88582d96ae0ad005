import type {Browser, Page} from 'playwright-core';
import {partName, serveBundle} from '../../serve-bundle.js';

/** A page with the built script, whose files can be refused by name. */
export interface BuiltPage {
  readonly page: Page;
  /** Names of the files asked for so far, without folder and hash. */
  readonly asked: string[];
  /** Names of files that cannot be had now. */
  readonly refused: Set<string>;
}

/** Opens a page with `body` and the built script. */
export async function openBuiltPage(
  browser: Browser,
  body: string,
  refused: readonly string[] = [],
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
