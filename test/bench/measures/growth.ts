import {benchQuery, changingQuery, openPage} from '../bench-page.js';
import type {BenchQuery} from '../contender.js';
import {type BenchContext, type Measure, bound} from '../measure.js';
import {growthExponent} from '../statistics.js';

const CHART_COUNTS = [1, 10, 50, 100, 200];
const ROW_COUNTS = [1_000, 10_000, 100_000, 1_000_000, 2_000_000];

/** Rows of each chart where there are many. */
const ROWS = 300;

/** The largest take seconds. */
const MAX_RUNS = 5;

/** Main-thread milliseconds of one size, of each run. */
interface Cost {
  readonly size: number;
  readonly drawing: readonly number[];
  /** New rows for what is drawn. */
  readonly refetching: readonly number[];
}

/** How the cost of drawing and of refetching grows with charts and with rows: curve and exponent (1 is linear). */
export async function measureGrowth(context: BenchContext): Promise<Measure[]> {
  const {server} = context;
  const chartsOf = (count: number) =>
    Array.from({length: count}, (_, index) => changingQuery(server, ROWS, `pipe_${index}`));
  return [
    ...toMeasures('charts', await costs(context, CHART_COUNTS, chartsOf)),
    ...toMeasures(
      'rows',
      await costs(context, ROW_COUNTS, (rows) => [changingQuery(server, rows)]),
    ),
  ];
}

async function costs(
  context: BenchContext,
  sizes: readonly number[],
  queriesOf: (size: number) => readonly BenchQuery[],
): Promise<Cost[]> {
  const found: Cost[] = [];
  for (const size of sizes) {
    const drawing: number[] = [];
    const refetching: number[] = [];
    for (let run = 0; run < Math.min(context.runs, MAX_RUNS); run += 1) {
      const [drawMs, refetchMs] = await costOf(context, queriesOf(size));
      drawing.push(drawMs);
      refetching.push(refetchMs);
    }
    found.push({size, drawing, refetching});
  }
  return found;
}

/** In a page of its own, in which one chart has loaded and compiled what they share. */
async function costOf(
  {browser, server}: BenchContext,
  queries: readonly BenchQuery[],
): Promise<[drawMs: number, refetchMs: number]> {
  const page = await openPage(browser, server, 'element');
  try {
    await page.call('drawQuery', benchQuery(server, 1_000, 0, 'first'));
    await page.call('clear');
    server.resetCounts();
    const drawMs = await page.spentWhile(async () => {
      await page.call('drawQueries', queries);
      await page.call('frame');
    });
    return [drawMs, await page.taskMs('refetchAll')];
  } finally {
    await page.close();
  }
}

function toMeasures(what: string, curve: readonly Cost[]): Measure[] {
  return (['drawing', 'refetching'] as const).flatMap((work) => {
    const lines = curve.map((cost) =>
      bound(`main thread for ${work} ${cost.size} ${what}`, 'ms', cost[work], null, 'curve'),
    );
    const points = lines.map(({ours}, at) => ({size: curve[at]!.size, cost: ours.median}));
    const exponent = growthExponent(points);
    return [...lines, bound(`exponent of ${work} ${what}`, '', [exponent], null, 'curve')];
  });
}
