import {type BenchContext, type Measure, bound} from '../measure.js';
import {type BenchPage, benchQuery, openPage} from '../bench-page.js';
import {expectStroked} from '../expect-stroked.js';

const ROWS = 1_000_000;

/** Each draws fifty megabytes. */
const MAX_RUNS = 5;

/** Places along the drawing at which a visitor looks. */
const LOOKS = 20;

/** The longest task of a line of a million rows, from bytes to pixels and while it is looked at. */
export async function measureMillion({browser, server, runs}: BenchContext): Promise<Measure[]> {
  const drawing: number[] = [];
  const looking: number[] = [];
  for (let run = 0; run < Math.min(runs, MAX_RUNS); run += 1) {
    const bench = await openPage(browser, server, 'element');
    try {
      drawing.push(
        await longestTaskWhile(bench, () => bench.call('drawQuery', benchQuery(server, ROWS, 1))),
      );
      looking.push(await longestTaskWhile(bench, () => lookAlong(bench)));
      // Last, as browsers treat a canvas that was read in another way.
      await expectStroked(bench.page, 1);
    } finally {
      await bench.close();
    }
  }
  return [
    bound(`longest task of ${ROWS} rows, bytes to pixels`, 'ms', drawing, 100),
    bound(`longest task while ${ROWS} rows are looked at`, 'ms', looking, 50),
  ];
}

/** In ms; tasks under 50 ms are not reported by the browser and count as none. */
async function longestTaskWhile(
  {page}: BenchPage,
  happens: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate('bench.longTasks.length = 0');
  await happens();
  // The observer is told after the frame.
  await page.evaluate('bench.frame().then(bench.frame)');
  return Number(await page.evaluate('Math.max(0, ...bench.longTasks)'));
}

/** Moves the pointer over the drawing, a frame between places. */
async function lookAlong({page}: BenchPage): Promise<void> {
  const box = await page.locator('tinybird-chart canvas').boundingBox();
  if (!box) throw new Error('Nothing is drawn to look at.');
  for (let at = 1; at < LOOKS; at += 1) {
    await page.mouse.move(box.x + (box.width * at) / LOOKS, box.y + box.height / 2);
    await page.evaluate('bench.frame()');
  }
  await page.locator('tinybird-chart [part="tooltip"]').waitFor();
}
