import {readFileSync} from 'node:fs';
import type {CDPSession} from 'playwright-core';
import {benchQuery, putPage} from '../bench-page.js';
import type {ContenderName} from '../contenders.js';
import {type BenchContext, type Measure, versus} from '../measure.js';
import {elementMarkup, peerScript} from '../page-scripts.js';
import {timeToDrawn} from '../time-to-drawn.js';

const ROWS = 500;

/** A phone on a fair line: a quarter of the speed, 10 Mbit/s, 40 ms to the server. */
const CPU_SLOWDOWN = 4;
const LINK = {
  offline: false,
  latency: 40,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
};

/** Null where a peer is only told. */
const TARGETS: readonly (readonly [ContenderName, number | null])[] = [
  ['tinybird-charts', 0.5],
  ['chartjs', 1.15],
  ['echarts', null],
  ['recharts', null],
];

/** The tags that the build writes for pages to paste. */
const SNIPPET = new URL('../../../dist/cdn/snippet.html', import.meta.url);

/** Time from navigation to the frame with the first drawing, nothing in the cache. */
export async function measureFirstChart(context: BenchContext): Promise<Measure[]> {
  const {browser, server, runs} = context;
  const query = benchQuery(server, ROWS, 1);
  const pages = {
    'tags of snippet.html': await putPage(
      server,
      'element',
      elementMarkup([query]),
      readFileSync(SNIPPET, 'utf8'),
    ),
    'script tag alone': await putPage(server, 'element', elementMarkup([query])),
  };
  const peers = TARGETS.map(([name]) => putPage(server, name, peerScript([query])));
  const addresses = [...Object.values(pages), ...(await Promise.all(peers))];
  const times = addresses.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [at, address] of addresses.entries()) {
      const ms = await timeToDrawn(browser, address, 1, slowDown);
      if (run >= 0) times[at]!.push(ms);
    }
  }
  const ways = Object.keys(pages);
  return ways.flatMap((way, ours) =>
    TARGETS.map(([name, target], peer) =>
      versus(
        `first chart, cold, slow, ${way}`,
        name,
        times[ours]!,
        times[ways.length + peer]!,
        target,
      ),
    ),
  );
}

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', LINK);
  await cdp.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
}
