import {benchQuery, openPage} from '../bench-page.js';
import type {BenchContext, Measure} from '../measure.js';
import {estimate, growthExponent} from '../statistics.js';

const CHART_COUNTS = [1, 10, 50, 100, 200];
const ROW_COUNTS = [1_000, 10_000, 100_000, 1_000_000, 2_000_000];

/** How cost grows with charts and with rows: the curve, and its exponent (1 is linear). */
export async function measureGrowth(context: BenchContext): Promise<Measure[]> {
  return [...(await growthOfCharts(context)), ...(await growthOfRows(context))];
}

async function growthOfCharts({browser, server}: BenchContext): Promise<Measure[]> {
  const points: {size: number; cost: number}[] = [];
  for (const count of CHART_COUNTS) {
    const page = await openPage(browser, server, 'element');
    const queries = Array.from({length: count}, (_, index) =>
      benchQuery(server, 300, 1, `pipe_${index}`),
    );
    points.push({size: count, cost: await page.taskMs('drawQueries', queries)});
    await page.close();
  }
  return toMeasures('charts', points);
}

async function growthOfRows({browser, server}: BenchContext): Promise<Measure[]> {
  const points: {size: number; cost: number}[] = [];
  const page = await openPage(browser, server, 'element');
  await page.call('drawQuery', benchQuery(server, 1_000, 0));
  await page.call('clear');
  for (const rows of ROW_COUNTS) {
    points.push({size: rows, cost: await page.taskMs('drawQuery', benchQuery(server, rows, 1))});
    await page.call('clear');
  }
  await page.close();
  return toMeasures('rows', points);
}

function toMeasures(what: string, points: readonly {size: number; cost: number}[]): Measure[] {
  const line = (title: string, unit: string, value: number): Measure => {
    const ours = estimate([value]);
    return {title, against: 'curve', unit, ours, theirs: null, ratio: ours, target: null};
  };
  return [
    ...points.map(({size, cost}) => line(`main thread for ${size} ${what}`, 'ms', cost)),
    line(`exponent of growth with ${what}`, '', growthExponent(points)),
  ];
}
