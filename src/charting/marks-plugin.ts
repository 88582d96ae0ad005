import type {Chart, Plugin} from 'chart.js';
import type {ChartInput} from './chart-input.js';
import type {ChartLayout} from './layout.js';
import {drawHighlight, drawMarkers, type Highlight} from './marks.js';
import {readGeometry, type PlotGeometry} from './plot-geometry.js';
import type {SeriesLook} from './series-look.js';

/** What is being drawn, as its view knows it. */
export interface DrawnState {
  readonly input: ChartInput;
  readonly layout: ChartLayout;
  readonly looks: readonly SeriesLook[];
  readonly highlight: Highlight | null;
}

/** Returns the geometry of a chart that has been laid out, else null. */
export function toGeometry(
  chart: Pick<Chart, 'scales' | 'chartArea'> | null,
  state: DrawnState | null,
): PlotGeometry | null {
  return chart?.chartArea && state ? readGeometry(chart, state.input, state.layout) : null;
}

/** Returns a Chart.js plugin that draws markers and highlight of the state that `read` gives. */
export function createMarksPlugin(read: () => DrawnState | null): Plugin {
  return {
    id: 'tinybird-chart-marks',
    beforeDatasetsDraw(chart) {
      const state = read();
      const geometry = toGeometry(chart, state);
      if (!state?.highlight || !geometry) return;
      drawHighlight(chart.ctx, state.input, state.layout, geometry, state.highlight);
    },
    afterDatasetsDraw(chart) {
      const state = read();
      const geometry = toGeometry(chart, state);
      if (!state || !geometry) return;
      drawMarkers(chart.ctx, state.input, state.layout, geometry, state.looks, state.highlight);
    },
  };
}
