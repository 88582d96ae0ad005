// `npm run bench`: the element and its peers in one run, in one browser, on the same data, in turn.
// Prints a table of ratios, and JSON with `--json FILE`. `--runs 15` sets the rounds, `--only
// size,draw` picks measures. It needs a build.

import {writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {launchBrowser} from '../e2e/support/launch-browser.js';
import {startBenchServer} from './bench-server.js';
import {installPeers} from './contenders.js';
import type {BenchContext, Measure} from './measure.js';
import {measureDashboard} from './measures/dashboard.js';
import {measureDrawing} from './measures/draw.js';
import {measureFirstChart} from './measures/first-chart.js';
import {measureGrowth} from './measures/growth.js';
import {measureHeap} from './measures/heap.js';
import {measureIdle} from './measures/idle.js';
import {measureMillion} from './measures/million.js';
import {measureRefetch} from './measures/refetch.js';
import {measureSize} from './measures/size.js';
import {measureTable} from './measures/table.js';
import {toTable} from './table.js';

const MEASURES: Record<string, (context: BenchContext) => Promise<Measure[]>> = {
  size: measureSize,
  first: measureFirstChart,
  dashboard: measureDashboard,
  refetch: measureRefetch,
  draw: measureDrawing,
  million: measureMillion,
  heap: measureHeap,
  idle: measureIdle,
  growth: measureGrowth,
  table: measureTable,
};

const {values} = parseArgs({
  options: {runs: {type: 'string', default: '15'}, only: {type: 'string'}, json: {type: 'string'}},
});
const names = values.only?.split(',') ?? Object.keys(MEASURES);
const unknown = names.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(MEASURES).join(', ')}.`);

installPeers();
const server = await startBenchServer();
const browser = await launchBrowser();
const measures: Measure[] = [];
try {
  const context = {browser, server, runs: Number(values.runs)};
  for (const name of names) {
    console.error(`${name} …`);
    const found = await MEASURES[name]!(context);
    measures.push(...found);
    console.log(toTable(found));
  }
} finally {
  await browser.close();
  await server.close();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(measures, null, 2)}\n`);
