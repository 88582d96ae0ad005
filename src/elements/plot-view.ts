import {html, nothing, type TemplateResult} from 'lit';
import type {TruncatedScale} from '../charting/truncation.js';
import type {DrawnViewModel} from './drawn-view.js';
import {legendView} from './legend-view.js';
import type {ShapedSeries} from './shape.js';

/** What is said of a scale that leaves out zero. */
const TRUNCATED = {
  first: 'summary.truncated',
  right: 'summary.truncatedRight',
  both: 'summary.truncatedBoth',
} as const;

/**
 * A canvas with legend: one tab stop, in which keys move from point to point. `overlay` is what
 * lies on it while a visitor looks at it.
 */
export function plotView(shaped: ShapedSeries, model: DrawnViewModel): TemplateResult {
  const {plot, hidden, title, hasLegend, act, overlay, isPointed} = model;
  const {looks = []} = plot ?? {};
  const truncated = truncatedIn(shaped, plot);
  const {set, kind, say, keys} = shaped;
  const note = truncated ? ` ${say(TRUNCATED[truncated])}` : '';
  const summary = shaped.summary + note;
  return html`<div
      class="plot ${kind}"
      role="application"
      tabindex="0"
      aria-roledescription=${say('chart')}
      aria-label=${title ? `${title}. ${summary}` : summary}
      aria-describedby="keys"
      @pointerenter=${act}
      @pointermove=${act}
      @pointerdown=${act}
      @pointerup=${act}
      @pointercancel=${act}
      @pointerleave=${act}
      @click=${act}
      @keydown=${act}
      @focus=${act}
      @blur=${act}
    >
      <canvas part="canvas"></canvas>
      <p class="truncated ${truncated}" aria-hidden="true">${note}</p>
      <p id="keys" class="keys" ?hidden=${isPointed}>${keys}</p>
      ${overlay}
    </div>
    ${hasLegend && looks.length > 1 && kind !== 'sparkline' ? legendView(looks, hidden, act, set.omittedGroups, say) : nothing}`;
}

/** The scale that leaves out zero: before there is a drawing the one that is foreseen. */
export function truncatedIn(
  shaped: ShapedSeries | undefined,
  plot: DrawnViewModel['plot'],
): TruncatedScale | null {
  return plot?.drawn ? plot.truncated : shaped?.leavesOutZero ? 'first' : null;
}
