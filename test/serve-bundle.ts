import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Page} from 'playwright-core';

/** Folder of the built script-tag bundle. */
export const bundleFolder = fileURLToPath(new URL('../dist/cdn', import.meta.url));

const ORIGIN = 'http://built.localhost';

/**
 * Opens a page of this HTML with the built files beside it and nothing else. `ask` is told each file
 * that the page asks for, as a path in the folder, and refuses it by false.
 */
export async function serveBundle(
  page: Page,
  html: string,
  ask: (file: string) => boolean,
): Promise<void> {
  await page.route('**/*', async (route) => {
    const {pathname, origin} = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: html});
    const file = join(bundleFolder, pathname);
    if (!existsSync(file)) return route.fulfill({status: 404, body: ''});
    if (!ask(pathname.slice(1))) return route.abort();
    return route.fulfill({contentType: 'text/javascript', body: readFileSync(file)});
  });
  await page.goto(ORIGIN);
}

/** Returns the name of a file of the bundle, without folder and hash; that of the tag's is whole. */
export function partName(file: string): string {
  return file.replace(/^chunks\/|-.{6}\.js$/g, '');
}
