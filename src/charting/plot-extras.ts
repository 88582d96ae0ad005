import type {AxisOptions} from './axes.js';
import type {ChartInput, ChartSize} from './chart-input.js';
import type {DrawnDataset} from './datasets.js';
import type {ChartLayout} from './layout.js';
import type {DrawnState} from './marks-plugin.js';
import type {ChartGeometrySource, PlotGeometry} from './plot-geometry.js';
import type {SeriesLook} from './series-look.js';
import type {TooltipModel} from './tooltip-model.js';

/** Options of Chart.js as far as extras change them. */
export interface PlotOptions {
  readonly scales: Readonly<Record<string, AxisOptions>>;
}

/** What Chart.js is told, before the author's options are laid over it. */
export interface PlotPlan {
  readonly datasets: DrawnDataset[];
  readonly options: PlotOptions;
}

/** What a plan was made of. */
export interface PlotContext {
  readonly input: ChartInput;
  readonly layout: ChartLayout;
  readonly looks: readonly SeriesLook[];
  readonly size: ChartSize;
}

/**
 * Changes a plain drawing into one that goes beyond lines, areas and bars: clouds of points, mixed
 * kinds, other scales, marks of the author, earlier values. The code behind it is loaded late, so
 * that the plain ones do not pay for it.
 */
export interface PlotExtras {
  /** The input as it stands on the axes: shares in place of amounts, gaps where a scale ends. */
  toDrawn(input: ChartInput): ChartInput;
  toLooks(looks: readonly SeriesLook[]): readonly SeriesLook[];
  toPlan(plan: PlotPlan, context: PlotContext): PlotPlan;
  toGeometry(geometry: PlotGeometry, chart: ChartGeometrySource, state: DrawnState): PlotGeometry;
  toTooltip(model: TooltipModel, input: ChartInput): TooltipModel;
  paint(
    context: CanvasRenderingContext2D,
    state: DrawnState,
    geometry: PlotGeometry,
    place: 'behind' | 'above',
  ): void;
}
