import {benchQuery, openPage} from '../bench-page.js';
import {type BenchContext, type Measure, bound} from '../measure.js';

const CHARTS = 50;
const WATCH_MS = 10_000;

/** Notes every callback of a timer or of an animation frame that the page's scripts ask for. */
const COUNT_CALLBACKS = `
  globalThis.callbacks = 0;
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = globalThis[name].bind(globalThis);
    globalThis[name] = (callback, ...rest) =>
      original((...given) => {
        globalThis.callbacks += 1;
        callback(...given);
      }, ...rest);
  }
`;

/** What fifty ready charts do while nothing happens. */
export async function measureIdle({browser, server}: BenchContext): Promise<Measure[]> {
  const page = await openPage(browser, server, 'element', COUNT_CALLBACKS);
  try {
    const queries = Array.from({length: CHARTS}, (_, index) =>
      benchQuery(server, 300, 1, `pipe_${index}`),
    );
    await page.call('drawQueries', queries);
    await page.page.waitForLoadState('networkidle');
    await page.page.evaluate('globalThis.callbacks = 0; bench.longTasks.length = 0');
    const spentMs = await page.spentWhile(() => page.page.waitForTimeout(WATCH_MS));
    const callbacks = Number(await page.page.evaluate('globalThis.callbacks'));
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
