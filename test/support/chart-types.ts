import type {ChartType} from '../../src/elements/chart-settings.js';
import {settingsProblem} from '../../src/elements/settings-problem.js';

const NAMES =
  'auto line area bar bar-list pie donut scatter metric sparkline table heatmap funnel ' +
  'histogram calendar treemap gauge radar combo box candlestick sankey progress tracker ' +
  'category-bar spark-bar spark-area bubble waterfall map';

/** Every value that `type` takes. */
export const CHART_TYPES: readonly ChartType[] = (NAMES.split(' ') as ChartType[]).filter(
  (type) => settingsProblem({type}) === null,
);
