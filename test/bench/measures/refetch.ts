import {type BenchPage, changingQuery, openPage} from '../bench-page.js';
import {expectStroked} from '../expect-stroked.js';
import {type BenchContext, type Measure, bound, versus} from '../measure.js';

const CHARTS = 20;
const ROWS = 1_000;

const HOLDER_PX = 400;

/** Views: of an ordinary window, which has three of the charts, and so high that it has them all. */
const VIEWS = {'three in view': 900, 'all in view': CHARTS * HOLDER_PX};

/** Main-thread time of new points in twenty charts, and the longest task that a reader would feel. */
export async function measureRefetch(context: BenchContext): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [view, heightPx] of Object.entries(VIEWS))
    measures.push(...(await measureView(context, view, heightPx)));
  return measures;
}

async function measureView(
  {browser, server, runs}: BenchContext,
  view: string,
  heightPx: number,
): Promise<Measure[]> {
  const ours = await openPage(browser, server, 'element');
  const theirs = await openPage(browser, server, 'chartjs');
  const times: [number[], number[]] = [[], []];
  const longest: number[] = [];
  try {
    for (const {page} of [ours, theirs])
      await page.setViewportSize({width: 1_100, height: heightPx});
    for (let index = 0; index < CHARTS; index += 1) {
      const query = changingQuery(server, ROWS, `pipe_${index}`);
      await ours.call('drawQuery', query);
      await theirs.call('drawQuery', query);
    }
    for (let run = -2; run < runs; run += 1) {
      await ours.page.bringToFront();
      await ours.page.evaluate('bench.longTasks.length = 0');
      const oursMs = await ours.taskMs('refetchAll');
      const longestMs = await longestTask(ours);
      await theirs.page.bringToFront();
      const theirsMs = await theirs.taskMs('refetchAll');
      if (run < 0) continue;
      times[0].push(oursMs);
      times[1].push(theirsMs);
      longest.push(longestMs);
    }
    for (const {page} of [ours, theirs]) await expectStroked(page, CHARTS);
  } finally {
    await ours.close();
    await theirs.close();
  }
  return [
    versus(`refetch of ${ROWS} points in ${CHARTS} charts, ${view}`, 'chartjs', ...times, 1.2),
    bound(`longest task of such a refetch, ${view}`, 'ms', longest, 50),
  ];
}

/** Tasks under 50 ms are not reported by the browser and count as none. */
async function longestTask({page}: BenchPage): Promise<number> {
  return Number(await page.evaluate('Math.max(0, ...bench.longTasks)'));
}
