import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {settingsProblem} from '../../src/elements/settings-problem.js';
import {isChartError} from '../../src/errors/chart-error.js';
import {createValueFormat} from '../../src/series/format-value.js';
import {buildTable} from '../../src/series/table-cells.js';
import {toCsv} from '../../src/series/to-csv.js';
import type {PipeResponse} from '../../src/tinybird/pipe-response.js';
import {parsePipeResponse} from '../../src/tinybird/response-schema.js';
import {type ChartHarness, mountChart} from '../support/chart-harness.js';
import {CHOICES} from '../../src/elements/wrong-setting.js';
import {until} from '../support/until.js';
import {brokenBody, hostileBody, hostileSettings, pointAtColumns} from '../support/hostile.js';

const SEED = Number(process.env.SEED || Date.now() % 2 ** 31);
const RUNS = process.env.SEQUENCES ? 6_000 : 800;

/** Elements and attributes that run, load or style something. */
const ACTIVE =
  'script, img, iframe, object, embed, link, style, a[href], form, [onerror], [onload]';

/** Longest time that one input may take; far more than any should, for fonts and a busy machine. */
const SLOW_MS = 10_000;

const UNSET = {
  index: undefined,
  categories: undefined,
  groupBy: undefined,
  columns: undefined,
  top: undefined,
  size: undefined,
  compare: undefined,
  reference: undefined,
  yScale: undefined,
  yMin: undefined,
  yMax: undefined,
  stacked: false,
  smooth: false,
  locale: undefined,
  timeZone: undefined,
  numberFormat: undefined,
};

describe(`answers and settings of a stranger (SEED=${SEED})`, () => {
  let chart: ChartHarness;
  before(async () => {
    chart = await mountChart({data: [{n: 1}], type: 'table'});
  });

  it(`are drawn or refused, never run and stay in place (${RUNS})`, async function () {
    this.timeout(1_500_000);
    let right = 0;
    let drawn = 0;
    await fc.assert(
      fc.asyncProperty(hostileBody, hostileSettings(CHOICES.type), async (body, given) => {
        const startedAtMs = performance.now();
        const {meta, data} = await parsePipeResponse('sales', body);
        const names = meta.map(({name}) => name);
        const settings = pointAtColumns(given, names);
        if (!settingsProblem(settings)) right += 1;
        Object.assign(chart.element, UNSET, {meta, data}, settings);
        await isSettled(chart);
        if (chart.element.state === 'ready' && !chart.element.staleReason) drawn += 1;

        expect(chart.element.shadowRoot?.querySelector(ACTIVE)).to.equal(null);
        const {width, height} = chart.element.getBoundingClientRect();
        expect([width, height]).to.deep.equal([600, 300]);
        const {scrollWidth, clientWidth} = document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
        expect(performance.now() - startedAtMs).to.be.below(SLOW_MS);
      }),
      {numRuns: RUNS, seed: SEED, includeErrorInReport: true},
    );
    expect(right).to.be.above(RUNS / 2);
    expect(drawn).to.be.above(RUNS / 4);
    expect(({} as Record<string, unknown>)['a']).to.equal(undefined);
    expect((window as {wasRun?: boolean}).wasRun).to.equal(undefined);
  });

  it('are text in tables and files', async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(hostileBody, async (body) => {
        expectPlainText(await parsePipeResponse('sales', body));
      }),
      {numRuns: RUNS * 2, seed: SEED, includeErrorInReport: true},
    );
  });

  it('that are no answers are refused', async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(brokenBody, async (body) => {
        try {
          await parsePipeResponse('sales', body);
        } catch (error) {
          if (!isChartError(error)) throw error;
        }
      }),
      {numRuns: RUNS * 2, seed: SEED, includeErrorInReport: true},
    );
  });
});

/** Parts of the drawing arrive in tasks of their own, which `updateComplete` does not wait for. */
async function isSettled({element}: ChartHarness): Promise<void> {
  await element.updateComplete;
  const isLoading = () => element.state === 'loading' || element.staleReason === 'loading';
  await until(
    () => !isLoading(),
    () => `a drawing of ${element.type}`,
  );
  await element.updateComplete;
}

function expectPlainText(response: PipeResponse): void {
  const format = createValueFormat({locale: 'en', timeZone: 'UTC'});
  for (const column of buildTable(response, format)) {
    for (const row of response.data.keys()) expect(column.text(row)).to.be.a('string');
  }
  for (const line of toCsv(response).split('\r\n')) expect(line).not.to.match(/^[=@\t＝＠]/);
}
