import type {Page} from 'playwright-core';

/** @throws {Error} when fewer than `charts` of the page show their line from one end to the other. */
export async function expectStroked(page: Page, charts: number): Promise<void> {
  const stroked = Number(await page.evaluate('bench.strokedCharts()'));
  if (stroked < charts)
    throw new Error(`${page.url()} shows ${stroked} of ${charts} lines from one end to the other.`);
}
