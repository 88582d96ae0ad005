import {html, nothing, type TemplateResult} from 'lit';
import type {TooltipItem, TooltipModel} from '../charting/tooltip-model.js';
import type {DrawnViewModel} from './drawn-view.js';
import {legendView} from './legend-view.js';
import {placeAfterKey} from './plot-keyboard.js';
import type {ShapedSeries} from './shape.js';
import {tooltipView} from './tooltip-view.js';
import {english} from './visitor-text.js';

/**
 * A canvas with tooltip and legend: one tab stop, in which keys move from point to point. What
 * they reach is spoken; what the pointer or new rows do is not.
 */
export function plotView(shaped: ShapedSeries, model: DrawnViewModel): TemplateResult {
  const {looks, hidden, toggle, tooltip, title, hasLegend, hasTooltip, plotWidth, spoken} = model;
  const {summary, set} = shaped;
  const onKey = (event: KeyboardEvent) => {
    const {key, ctrlKey, metaKey, altKey} = event;
    if (ctrlKey || metaKey || altKey) return;
    const place = tooltip && {
      index: tooltip.index,
      seriesIndex: nearestOf(tooltip)?.seriesIndex ?? -1,
    };
    const next = placeAfterKey(key, place, set, hidden);
    if (next) model.focusPoint(next, spokenText);
    else if (place && (key === 'Enter' || key === ' ')) model.select(place);
    else if (place && key === 'Escape') model.focusPoint(null, spokenText);
    else return;
    // Outside, the keys would scroll the page or close the dialog around the chart.
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div
      class="plot ${shaped.kind}"
      role="application"
      tabindex="0"
      aria-roledescription="chart"
      aria-label=${title ? `${title}. ${summary}` : summary}
      aria-describedby="keys"
      @keydown=${onKey}
      @blur=${() => model.focusPoint(null, spokenText)}
    >
      <canvas part="canvas"></canvas>
      <p id="keys" class="keys" ?hidden=${tooltip !== null}>${english.keys}</p>
    </div>
    <span class="visually-hidden" role="status">${spoken}</span>
    ${tooltip && hasTooltip ? tooltipView(tooltip, plotWidth) : nothing}
    ${hasLegend && looks.length > 1 && shaped.kind !== 'sparkline' ? legendView(looks, hidden, toggle, set.omittedGroups) : nothing}`;
}

function nearestOf({items}: TooltipModel): TooltipItem | undefined {
  return items.find(({isNearest}) => isNearest);
}

function spokenText(tooltip: TooltipModel): string {
  const {name, text} = nearestOf(tooltip) ?? {};
  return `${tooltip.title}, ${name}: ${text}`;
}
