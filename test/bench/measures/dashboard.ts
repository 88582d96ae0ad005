import {newPage} from '../../e2e/support/new-page.js';
import {benchQuery, putPage} from '../bench-page.js';
import type {BenchContext, Measure} from '../measure.js';
import {elementMarkup, peerScript} from '../page-scripts.js';
import {estimate, estimateRatio} from '../statistics.js';

const CHARTS = 50;
const PIPES = 20;
const ROWS = 300;

/** Time from navigation until fifty charts over twenty pipes are drawn, and the requests it takes. */
export async function measureDashboard(context: BenchContext): Promise<Measure[]> {
  const {browser, server, runs} = context;
  const queries = Array.from({length: CHARTS}, (_, index) =>
    benchQuery(server, ROWS, 1, `pipe_${index % PIPES}`),
  );
  const addresses = [
    await putPage(server, 'element', elementMarkup(queries)),
    await putPage(server, 'tinybird-charts', peerScript(queries)),
  ];
  const times = addresses.map((): number[] => []);
  const requests: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    for (const [at, address] of addresses.entries()) {
      // A context of its own, with nothing in its cache.
      const {page, close} = await newPage(browser, {viewport: {width: 1100, height: 900}});
      server.resetCounts();
      await page.goto(address);
      const drawn = await page.waitForFunction('globalThis.drawnAtMs');
      const ms = Number(await drawn.jsonValue());
      await close();
      if (run < 0) continue;
      times[at]!.push(ms);
      if (at === 0) requests.push(server.pipeRequests);
    }
  }
  const asked = estimate(requests);
  return [
    {
      title: `navigation to ${CHARTS} charts over ${PIPES} pipes, all drawn`,
      against: 'tinybird-charts',
      unit: 'ms',
      ours: estimate(times[0]!),
      theirs: estimate(times[1]!),
      ratio: estimateRatio(times[0]!, times[1]!),
      target: 0.5,
    },
    {
      title: `requests for ${PIPES} distinct queries`,
      against: 'tinybird-charts',
      unit: '',
      ours: asked,
      theirs: null,
      ratio: asked,
      target: PIPES,
    },
  ];
}
