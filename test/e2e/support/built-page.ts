import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {bundleFolder} from '../../loaded-scripts.js';

const ORIGIN = 'http://built.localhost';

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
  await page.route('**/*', async (route) => {
    const {pathname, origin} = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><link rel="icon" href="data:," /><body>${body}
          <script type="module" src="/tinybird-chart.js"></script></body></html>`,
      });
    const name = pathname.replace(/^\/(chunks\/)?|-.{6}\.js$/g, '');
    built.asked.push(name);
    const file = join(bundleFolder, pathname);
    if (built.refused.has(name) || !existsSync(file)) return route.abort();
    return route.fulfill({contentType: 'text/javascript', body: readFileSync(file)});
  });
  await page.goto(ORIGIN);
  return built;
}
