import {benchQuery, openPage} from '../bench-page.js';
import type {ContenderName} from '../contenders.js';
import type {BenchContext, Measure} from '../measure.js';
import {estimate, estimateRatio} from '../statistics.js';

const CHARTS = 50;
const PIPES = 20;
const ROWS = 300;

/** Time until fifty charts over twenty pipes are drawn, and the requests that this takes. */
export async function measureDashboard(context: BenchContext): Promise<Measure[]> {
  const {browser, server, runs} = context;
  const names: ContenderName[] = ['element', 'tinybird-charts'];
  const times = names.map((): number[] => []);
  const requests = names.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [at, name] of names.entries()) {
      // A page of its own: a kept cache would answer without asking.
      const page = await openPage(browser, server, name);
      const queries = Array.from({length: CHARTS}, (_, index) =>
        benchQuery(server, ROWS, 1, `pipe_${index % PIPES}`),
      );
      server.resetCounts();
      const ms = Number(await page.call('drawQueries', queries));
      await page.close();
      if (run < 0) continue;
      times[at]!.push(ms);
      requests[at]!.push(server.pipeRequests);
    }
  }
  const asked = estimate(requests[0]!);
  return [
    {
      title: `${CHARTS} charts over ${PIPES} pipes, all drawn`,
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
