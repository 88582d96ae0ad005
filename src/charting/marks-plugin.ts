import type {Chart, Plugin} from 'chart.js';
import type {ChartInput} from './chart-input.js';
import {placesIn} from './index-range.js';
import type {ChartLayout} from './layout.js';
import {drawHighlight, drawMarkers, type Highlight} from './marks.js';
import {readGeometry, type PlotGeometry} from './plot-geometry.js';
import type {SeriesLook} from './series-look.js';
import {strokeInRuns} from './stroke-in-runs.js';

/** Markers at the edge of a drawing may stand out of it by this. */
const MARKER_ROOM_PX = 8;

/** Opacity of series while another one is singled out. */
const FADED = 0.2;

/** What is marked in a drawing beside its data. */
export interface PlotMarks {
  /** The point that is looked at. */
  readonly highlight: Highlight | null;
  /** The point that is chosen, until another one is. */
  readonly selected: Highlight | null;
  /** Name of the series that is singled out. */
  readonly emphasis: string | null;
}

/** What is being drawn, as its view knows it. */
export interface DrawnState extends PlotMarks {
  /** The input as it was given, before extras made something else of it. */
  readonly given: ChartInput;
  readonly input: ChartInput;
  readonly layout: ChartLayout;
  readonly looks: readonly SeriesLook[];
}

/** Returns the geometry of a chart that has been laid out, else null. */
export function toGeometry(
  chart: Pick<Chart, 'scales' | 'chartArea'> | null,
  state: DrawnState | null,
): PlotGeometry | null {
  if (!chart?.chartArea || !state) return null;
  const geometry = readGeometry(chart, state.input, state.layout);
  return state.input.extras?.toGeometry(geometry, chart, state) ?? geometry;
}

/** Returns a Chart.js plugin that draws the marks of the state that `read` gives. */
export function createMarksPlugin(read: () => DrawnState | null): Plugin {
  return {
    id: 'tinybird-chart-marks',
    beforeDatasetsDraw(chart) {
      const state = read();
      const geometry = toGeometry(chart, state);
      if (!state || !geometry) return;
      const {input, layout, highlight, selected} = state;
      input.extras?.paint(chart.ctx, state, geometry, 'behind');
      const [first, last] = placesIn(input.set.index, input.range);
      const isInside = selected && selected.index >= first && selected.index <= last;
      if (isInside) drawHighlight(chart.ctx, input, layout, geometry, selected, true);
      if (highlight) drawHighlight(chart.ctx, input, layout, geometry, highlight);
    },
    beforeDatasetDraw(chart, {index, meta}) {
      if (meta.type === 'line' && meta.dataset) strokeInRuns(meta.dataset);
      const emphasis = read()?.emphasis ?? null;
      const isFaded = emphasis !== null && chart.data.datasets[index]?.label !== emphasis;
      chart.ctx.save();
      if (isFaded) chart.ctx.globalAlpha = FADED;
    },
    afterDatasetDraw(chart) {
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const state = read();
      const geometry = toGeometry(chart, state);
      if (!state || !geometry) return;
      const {left, top, right, bottom} = geometry.area;
      chart.ctx.save();
      if (state.input.range) {
        chart.ctx.beginPath();
        chart.ctx.rect(left - MARKER_ROOM_PX, 0, right - left + 2 * MARKER_ROOM_PX, top + bottom);
        chart.ctx.clip();
      }
      state.input.extras?.paint(chart.ctx, state, geometry, 'above');
      drawMarkers(chart.ctx, geometry, state);
      chart.ctx.restore();
    },
  };
}
