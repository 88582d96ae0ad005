import {html, nothing, type TemplateResult} from 'lit';
import type {SeriesLook} from '../charting/series-look.js';
import type {TooltipModel} from '../charting/tooltip-model.js';
import type {Shaped, ShapedSeries} from './shape.js';
import {legendView} from './legend-view.js';
import {metricView} from './metric-view.js';
import {tableView} from './table-view.js';
import {tooltipView} from './tooltip-view.js';

/** What the view of drawn rows is made of. */
export interface DrawnViewModel {
  readonly title: string;
  readonly shaped: Shaped;
  readonly looks: readonly SeriesLook[];
  readonly tooltip: TooltipModel | null;
  /** Width of the canvas in CSS px. */
  readonly plotWidth: number;
  /** Names of series that the reader has switched off. */
  readonly hidden: ReadonlySet<string>;
  readonly hasLegend: boolean;
  /** Rows of a table that are written out. */
  readonly shownRows: number;
  readonly showMore: () => void;
  readonly toggle: (name: string) => void;
}

/** Rows on screen: a canvas with legend and tooltip, headline numbers or a table. */
export function drawnView(model: DrawnViewModel): TemplateResult {
  const {shaped, title} = model;
  if (shaped.kind === 'metric') return metricView(shaped);
  if (shaped.kind === 'table')
    return tableView(shaped, {title, shownRows: model.shownRows, showMore: model.showMore});
  return plotView(shaped, model);
}

function plotView(shaped: ShapedSeries, model: DrawnViewModel): TemplateResult {
  const {looks, hidden, toggle, tooltip, title, hasLegend, plotWidth} = model;
  return html`<div
      class="plot"
      role="img"
      aria-label=${title ? `${title}. ${shaped.summary}` : shaped.summary}
    >
      <canvas part="canvas"></canvas>
    </div>
    ${tooltip ? tooltipView(tooltip, plotWidth) : nothing}
    ${hasLegend && looks.length > 1 ? legendView(looks, hidden, toggle) : nothing}`;
}
