import {benchQuery, putPage} from '../bench-page.js';
import type {BenchQuery} from '../contender.js';
import {type BenchContext, type Measure, bound, versus} from '../measure.js';
import {elementMarkup, peerScript} from '../page-scripts.js';
import {timeToDrawn} from '../time-to-drawn.js';

const PEER = 'tinybird-charts';
const CHARTS = 50;
const PIPES = 20;
const ROWS = 300;

/** So many have a place in a view of 900 px or within 200 px of it. */
const IN_VIEW = 3;

/**
 * Time from navigation until fifty charts over twenty pipes are drawn, or those in view are, and the
 * requests it takes.
 */
export async function measureDashboard(context: BenchContext): Promise<Measure[]> {
  const queries = Array.from({length: CHARTS}, (_, index) =>
    benchQuery(context.server, ROWS, 1, `pipe_${index % PIPES}`),
  );
  const all = await measurePages(context, queries);
  const inView = await measurePages(context, queries, IN_VIEW);
  const title = `navigation to ${CHARTS} charts over ${PIPES} pipes`;
  return [
    versus(`${title}, all drawn`, PEER, ...all.times, 0.5),
    versus(`${title}, the ${IN_VIEW} in view drawn, others lazy`, PEER, ...inView.times, null),
    bound(`requests for ${PIPES} distinct queries`, '', all.requests, PIPES, PEER),
  ];
}

/** Milliseconds until all, or the first `inView`, are drawn, ours and theirs in turn. */
async function measurePages(
  {browser, server, runs}: BenchContext,
  queries: readonly BenchQuery[],
  inView?: number,
): Promise<{times: [ours: number[], theirs: number[]]; requests: number[]}> {
  const addresses = [
    await putPage(server, 'element', elementMarkup(queries, inView)),
    await putPage(server, PEER, peerScript(queries, inView)),
  ];
  const times: [number[], number[]] = [[], []];
  const requests: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    for (const [at, address] of addresses.entries()) {
      server.resetCounts();
      const ms = await timeToDrawn(browser, address, inView ?? queries.length);
      if (run < 0) continue;
      times[at]!.push(ms);
      if (at === 0) requests.push(server.pipeRequests);
    }
  }
  return {times, requests};
}
