// `npm run bench`: how long until the first chart stands, against the same chart written by hand.
// Prints JSON; `--runs 9` sets the number of runs.

import {parseArgs} from 'node:util';
import {launchBrowser} from '../e2e/support/launch-browser.js';
import {startTestStack} from '../e2e/support/test-stack.js';
import {timeFirstChart} from './first-chart.js';

const {values} = parseArgs({options: {runs: {type: 'string', default: '9'}}});
process.env['TEST_SERVE'] = 'built';

function summarize(times: readonly number[]) {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number) =>
    Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return {medianMs: at(0.5), minMs: at(0), maxMs: at(1), runs: sorted.length};
}

const stack = await startTestStack();
const browser = await launchBrowser();
try {
  const times = await timeFirstChart(browser, stack, Number(values.runs));
  const withClerk = summarize(times.withClerk);
  const withToken = summarize(times.withToken);
  const handWritten = summarize(times.handWritten);
  const ratio = Math.round((withToken.medianMs / handWritten.medianMs) * 100) / 100;
  const firstChart = {withClerk, withToken, handWritten, ratioToHandWritten: ratio};
  console.log(JSON.stringify({firstChart}, null, 2));
} finally {
  await browser.close();
  await stack.close();
}
