import {Chart} from 'chart.js';
import * as first from '../../../../src/define.js';
// Here at once, so that no story waits for what a page loads late.
import '../../../../src/elements/bar-list-view.js';
import '../../../../src/elements/charting-parts.js';
import '../../../../src/elements/debug-panel.js';
import '../../../../src/elements/drawn-table.js';
import '../../../../src/elements/drawn-views.js';
import '../../../../src/elements/engine.js';
import '../../../../src/elements/export-parts.js';
import '../../../../src/elements/extend-plot.js';
import '../../../../src/elements/funnel-view.js';
import '../../../../src/elements/heatmap-view.js';
import '../../../../src/elements/interaction-parts.js';
import '../../../../src/elements/languages.js';
import '../../../../src/elements/metric-view.js';
import '../../../../src/elements/pie-view.js';
import '../../../../src/elements/table-view.js';
import '../../../../src/series/infer-kind.js';
import '../../../../src/tinybird/error-response.js';

/** One copy of the script on a page. */
export interface ScriptCopy {
  /** The first copy has the tags; a page can give those of others names of their own. */
  readonly tag: string;
  readonly configure: typeof first.configure;
  /** Resolves when whatever this copy has begun to load is there. */
  readonly loaded: () => Promise<unknown>;
  /** What this copy draws on a canvas now. */
  readonly chartOn: (canvas: HTMLCanvasElement) => Chart | undefined;
}

const LATE_PARTS = [
  ...['bar-list-view', 'charting-parts', 'debug-panel', 'drawn-table', 'drawn-views', 'engine'],
  ...['export-parts', 'extend-plot', 'funnel-view', 'heatmap-view', 'interaction-parts'],
  ...['languages', 'metric-view', 'pie-view', 'table-view'],
].map((name) => `/src/elements/${name}.ts`);

/** What lower floors load late. */
const LATE_BELOW = ['/src/series/infer-kind.ts', '/src/tinybird/error-response.ts'];

/** The test server has all files a second time under this path: other modules of the same code. */
const OTHER = '/second-copy';

/** Loads the script twice, each copy with all that it would load late. */
export async function loadTwoCopies(): Promise<readonly ScriptCopy[]> {
  const load = <T>(path: string) => import(`${OTHER}${path}`) as Promise<T>;
  const other = await load<typeof first>('/src/define.ts');
  const otherChart = await load<{readonly Chart: typeof Chart}>(
    '/node_modules/chart.js/dist/chart.js',
  );
  await Promise.all([...LATE_PARTS, ...LATE_BELOW].map(load));
  customElements.define('second-copy-chart', other.TinybirdChart);
  return [
    {
      tag: 'tinybird-chart',
      configure: first.configure,
      loaded: () => import('../../../../src/elements/engine.js'),
      chartOn: (canvas) => Chart.getChart(canvas),
    },
    {
      tag: 'second-copy-chart',
      configure: other.configure,
      loaded: () => load('/src/elements/engine.ts'),
      chartOn: (canvas) => otherChart.Chart.getChart(canvas),
    },
  ];
}
