import {type BenchContext, type Measure, versus} from '../measure.js';
import {type BenchPage, benchQuery, openPage} from '../bench-page.js';
import type {ContenderName} from '../contenders.js';
import {expectStroked} from '../expect-stroked.js';

interface Plan {
  readonly title: string;
  readonly rows: number;
  /** Typed columns in hand, or the bytes of an answer. */
  readonly from: 'columns' | 'bytes';
  readonly ours: ContenderName;
  /** Null where a peer is only told. */
  readonly targets: readonly (readonly [ContenderName, number | null])[];
}

const PLANS: readonly Plan[] = [
  {
    title: '10,000 rows, bytes to pixels',
    rows: 10_000,
    from: 'bytes',
    ours: 'element',
    targets: [
      ['tinybird-charts', null],
      ['recharts', null],
      ['echarts', null],
      ['chartjs', null],
      ['uplot', null],
    ],
  },
  {
    title: '100,000 rows, columns to pixels',
    rows: 100_000,
    from: 'columns',
    ours: 'drawing',
    targets: [
      ['echarts', 0.25],
      ['uplot', 1],
      ['chartjs', 1],
    ],
  },
  {
    title: '100,000 rows, bytes to pixels',
    rows: 100_000,
    from: 'bytes',
    ours: 'element',
    targets: [
      ['tinybird-charts', 0.4],
      ['uplot', 1.1],
    ],
  },
  {
    title: '1,000,000 rows, columns to pixels',
    rows: 1_000_000,
    from: 'columns',
    ours: 'drawing',
    targets: [
      ['echarts', 0.05],
      ['uplot', 1.1],
    ],
  },
];

/** Main-thread time to draw a long line, frame waits excluded, in turn with each peer. */
export async function measureDrawing(context: BenchContext): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const plan of PLANS) measures.push(...(await measurePlan(context, plan)));
  return measures;
}

/** Draws another version of so many rows; returns the milliseconds it took. */
const DRAW = {
  async columns(_: BenchContext, page: BenchPage, rows: number, version: number) {
    await page.call('prepare', rows, version);
    return page.taskMs('drawColumns');
  },
  async bytes({server}: BenchContext, page: BenchPage, rows: number, version: number) {
    server.resetCounts();
    const ms = await page.taskMs('drawQuery', benchQuery(server, rows, version));
    if (server.pipeRequests !== 1) throw new Error('Rows of an earlier run were drawn.');
    return ms;
  },
};

async function measurePlan(context: BenchContext, plan: Plan): Promise<Measure[]> {
  const {browser, server, runs} = context;
  const names = [plan.ours, ...plan.targets.map(([name]) => name)];
  const pages = await Promise.all(names.map((name) => openPage(browser, server, name)));
  const times = names.map((): number[] => []);
  try {
    // Two rounds first that do not count: code compiles and caches fill.
    for (let run = -2; run < runs; run += 1) {
      for (const [at, page] of pages.entries()) {
        await page.page.bringToFront();
        const ms = await DRAW[plan.from](context, page, plan.rows, run + 2);
        if (run < 0) await expectStroked(page.page, 1);
        await page.call('clear');
        if (run >= 0) times[at]!.push(ms);
      }
    }
  } finally {
    for (const page of pages) await page.close();
  }
  return plan.targets.map(([name, target], at) =>
    versus(plan.title, name, times[0]!, times[at + 1]!, target),
  );
}
