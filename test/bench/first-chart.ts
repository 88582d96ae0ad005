import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {mintTinybirdJwt} from '../../demo/stack/tinybird/mint-jwt.js';
import {newPage} from '../e2e/support/new-page.js';
import {type ChartPage, chartPage} from '../e2e/support/chart-page.js';
import {type PageHost, startPageHost} from '../e2e/support/page-host.js';
import {signIn} from '../e2e/support/sign-in.js';
import type {TestStack} from '../e2e/support/test-stack.js';

const PIPE = 'visits_over_time';
const ORGANIZATION = 'acme';
const CHART_JS_PATH = '/chart.umd.js';
const DRAW_TIMEOUT_MS = 30_000;

/** Milliseconds from navigation to the first frame with rows, one for each run. */
export interface FirstChartTimes {
  /** The element in a page whose Clerk restores a session. */
  readonly withClerk: readonly number[];
  /** The element with a token in hand. */
  readonly withToken: readonly number[];
  /** The same chart in a few lines of fetch and Chart.js, with a token in hand. */
  readonly handWritten: readonly number[];
}

/** Opens each of the three pages `runs` times in turn, after one round that does not count. */
export async function timeFirstChart(
  browser: Browser,
  stack: TestStack,
  runs: number,
): Promise<FirstChartTimes> {
  const times = {withClerk: [] as number[], withToken: [] as number[], handWritten: [] as number[]};
  const host = await startPageHost(stack.description.clerk.url);
  const {page, close} = await newPage(browser);
  const show = (path: string, given: ChartPage) => host.put(path, chartPage(stack, given));
  try {
    await page.goto(show('/sign-in', {body: ''}));
    await signIn(page, stack, 'ada', ORGANIZATION);
    host.put(CHART_JS_PATH, {body: chartJs(), headers: {'content-type': 'text/javascript'}});
    for (let run = 0; run <= runs; run += 1) {
      const token = await mintTinybirdJwt({
        claims: {
          name: 'bench',
          scopes: [{type: 'PIPES:READ', resource: PIPE, fixed_params: {org: ORGANIZATION}}],
        },
      });
      const withClerk = show('/clerk', {body: element()});
      const withToken = show('/token', {clerk: 'none', body: element(token)});
      const handWritten = putHandWritten(host, stack, token);
      const round = {
        withClerk: await drawnAfterMs(page, withClerk),
        withToken: await drawnAfterMs(page, withToken),
        handWritten: await drawnAfterMs(page, handWritten),
      };
      if (run === 0) continue;
      times.withClerk.push(round.withClerk);
      times.withToken.push(round.withToken);
      times.handWritten.push(round.handWritten);
    }
  } finally {
    await close();
    await host.close();
  }
  return times;
}

async function drawnAfterMs(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const drawn = await page.waitForFunction('window.drawnAtMs', null, {timeout: DRAW_TIMEOUT_MS});
  return (await drawn.jsonValue()) as number;
}

const NOTE_NEXT_FRAME = 'requestAnimationFrame(() => (window.drawnAtMs = performance.now()))';

function element(token?: string): string {
  return `<tinybird-chart pipe="${PIPE}" type="line" index="time" categories="visits" no-animation
      tenancy="none" loading="eager"></tinybird-chart>
    <script>
      addEventListener('tinybird-chart-load', () => ${NOTE_NEXT_FRAME});
      const token = '${token ?? ''}';
      if (token) document.querySelector('tinybird-chart').getToken = async () => token;
    </script>`;
}

function putHandWritten(host: PageHost, stack: TestStack, token: string): string {
  const body = `<!doctype html>
    <html lang="en">
    <link rel="icon" href="data:," />
    <div style="height: 20rem"><canvas></canvas></div>
    <script src="${CHART_JS_PATH}"></script>
    <script type="module">
      const answer = await fetch('${stack.description.tinybird.host}/v0/pipes/${PIPE}.json', {
        headers: {authorization: 'Bearer ${token}'},
      });
      const {data} = await answer.json();
      new Chart(document.querySelector('canvas'), {
        type: 'line',
        data: {
          labels: data.map((row) => row.time),
          datasets: [{label: 'visits', data: data.map((row) => row.visits)}],
        },
        options: {animation: false, maintainAspectRatio: false},
      });
      ${NOTE_NEXT_FRAME};
    </script>`;
  return host.put('/hand-written', {body});
}

function chartJs(): string {
  const folder = new URL('../../node_modules/chart.js/dist/', import.meta.url);
  return readFileSync(fileURLToPath(new URL('chart.umd.min.js', folder)), 'utf8');
}
