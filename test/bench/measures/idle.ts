import {benchQuery, openPage} from '../bench-page.js';
import {type BenchContext, type Measure, bound} from '../measure.js';
import {WATCH_TIMERS} from '../watched-timers.js';

const CHARTS = 50;
const WATCH_MS = 10_000;

/** What fifty ready charts do while nothing happens. */
export async function measureIdle({browser, server}: BenchContext): Promise<Measure[]> {
  const page = await openPage(browser, server, 'element', WATCH_TIMERS);
  try {
    const queries = Array.from({length: CHARTS}, (_, index) =>
      benchQuery(server, 300, 1, `pipe_${index}`),
    );
    await page.call('drawQueries', queries);
    await page.page.waitForLoadState('networkidle');
    await page.page.evaluate('callbacks.run = 0; bench.longTasks.length = 0');
    const spentMs = await page.spentWhile(() => page.page.waitForTimeout(WATCH_MS));
    const callbacks = Number(await page.page.evaluate('callbacks.run'));
    const longTasks = Number(await page.page.evaluate('bench.longTasks.length'));
    const title = `${CHARTS} ready charts over ${WATCH_MS / 1_000} s`;
    return [
      bound(`timers and frames of ${title}`, '', [callbacks], 0),
      bound(`long tasks of ${title}`, '', [longTasks], 0),
      bound(`main-thread time of ${title}`, 'ms', [spentMs], null),
    ];
  } finally {
    await page.close();
  }
}
