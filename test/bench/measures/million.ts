import {type BenchContext, type Measure, bound} from '../measure.js';
import {type BenchPage, benchQuery, openPage} from '../bench-page.js';
import {expectStroked} from '../expect-stroked.js';

const ROWS = 1_000_000;

/** Each draws fifty megabytes. */
const MAX_RUNS = 5;

/** Places along the drawing at which a visitor looks. */
const LOOKS = 20;

const KEYS = ['ArrowRight', 'PageDown', 'End', 'ArrowLeft', 'PageUp', 'Home'];

/** Lets a visitor zoom, and notes whether each change of the range leaves one. */
const WATCH_RANGES = `
  globalThis.ranges = [];
  document.addEventListener('tinybird-chart-range', ({from}) => ranges.push(from !== null));
  document.querySelector('tinybird-chart').zoom = true;
`;

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

/** Moves the pointer over the drawing, then the keys, then zooms in and out, a frame between steps. */
async function lookAlong({page}: BenchPage): Promise<void> {
  const box = await page.locator('tinybird-chart canvas').boundingBox();
  if (!box) throw new Error('Nothing is drawn to look at.');
  const moveTo = async (share: number) => {
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
    await page.evaluate('bench.frame()');
  };
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.evaluate('bench.frame()');
  };
  for (let at = 1; at < LOOKS; at += 1) await moveTo(at / LOOKS);
  await page.locator('tinybird-chart [part="tooltip"]').waitFor();

  await page.locator('tinybird-chart .plot').focus();
  for (const key of KEYS) await press(key);

  await page.evaluate(WATCH_RANGES);
  await moveTo(1 / 4);
  // What zooms is loaded for the first that may.
  await page.waitForLoadState('networkidle');
  await page.mouse.down();
  for (let at = 5; at < LOOKS - 5; at += 1) await moveTo(at / LOOKS);
  await page.mouse.up();
  await page.evaluate('bench.frame()');
  await press('0');
  const ranges = await page.evaluate('ranges');
  if (JSON.stringify(ranges) !== '[true,false]')
    throw new Error(`Not zoomed in and out, but ${JSON.stringify(ranges)}.`);
}
