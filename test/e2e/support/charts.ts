import type {Page} from 'playwright-core';
import type {ChartState, Row} from '../../../src/index.js';

/** What a chart says about itself. */
export interface ReadChart {
  readonly pipe: string;
  readonly state: ChartState;
  readonly code: string | null;
  readonly message: string | null;
  readonly staleReason: string | null;
  readonly data: readonly Row[] | null;
}

/** Reads every chart of the page, in document order. */
export function readCharts(page: Page): Promise<ReadChart[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tinybird-chart')].map((chart) => ({
      pipe: chart.pipe,
      state: chart.state,
      code: chart.error?.code ?? null,
      message: chart.error?.message ?? null,
      staleReason: chart.staleReason,
      data: chart.response?.data ?? null,
    })),
  );
}

/** Reads the first chart of the page. */
export async function readChart(page: Page): Promise<ReadChart> {
  const [chart] = await readCharts(page);
  if (!chart) throw new Error('The page has no chart.');
  return chart;
}

/** Waits until every chart of the page has the state, and says what they had when one has not. */
export async function waitForState(page: Page, state: ChartState): Promise<void> {
  const everyHas = (wanted: ChartState) => {
    const charts = [...document.querySelectorAll('tinybird-chart')];
    return charts.length > 0 && charts.every((chart) => chart.state === wanted);
  };
  await page.waitForFunction(everyHas, state).catch(async (cause: unknown) => {
    const charts = JSON.stringify(
      (await readCharts(page)).map((chart) => ({...chart, data: chart.data?.length})),
    );
    throw new Error(`Not all charts became "${state}": ${charts}`, {cause});
  });
}

/** Waits until the first chart shows rows of an answer other than `previous`. */
export async function waitForOtherRows(page: Page, previous: readonly Row[]): Promise<void> {
  await page.waitForFunction((before) => {
    const {state, response} = document.querySelector('tinybird-chart')!;
    return state === 'ready' && JSON.stringify(response?.data) !== before;
  }, JSON.stringify(previous));
}
