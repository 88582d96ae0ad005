import {html, nothing, type TemplateResult} from 'lit';
import {placesIn, type IndexRange} from '../charting/index-range.js';
import type {PlotGeometry} from '../charting/plot-geometry.js';
import type {ValueFormat} from '../series/format-value.js';
import type {Say} from '../messages/catalogue.js';
import type {TimeOrNumber} from './range-selection.js';

/** What the view of a range is made of. */
export interface RangeViewModel {
  readonly index: TimeOrNumber;
  readonly geometry: PlotGeometry;
  readonly format: ValueFormat;
  readonly say: Say;
  /** The part that is marked, or about to be. */
  readonly band: IndexRange | null;
  readonly hasHandles: boolean;
  readonly canReset: boolean;
  readonly isZoomed: boolean;
  readonly reset: () => void;
  /** Moves one end by so many buckets. */
  readonly moveHandle: (side: 'start' | 'end', step: number) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -Infinity,
  End: Infinity,
};

/** The band over the part that is marked, a slider at each end, and a button that takes it away. */
export function rangeView(model: RangeViewModel): TemplateResult {
  const {geometry, band, hasHandles, canReset, isZoomed, reset, say} = model;
  const [start, end] = band ? geometry.rangePx(band) : [0, 0];
  const {left, right, top, bottom} = geometry.area;
  const from = Math.max(left, Math.min(right, start));
  const to = Math.max(left, Math.min(right, end));
  const style = `left:${from}px;width:${to - from}px;top:${top}px;height:${bottom - top}px`;
  return html`<div class="range-tools">
    ${band ? html`<div part="band" class="band" .style=${style}></div>` : nothing}
    ${hasHandles ? handle(model, 'start', from) : nothing}
    ${hasHandles ? handle(model, 'end', to) : nothing}
    ${
      canReset
        ? html`<button part="reset" class="reset" type="button" @click=${reset}>
            ${say(isZoomed ? 'resetZoom' : 'clearRange')}
          </button>`
        : nothing
    }
  </div>`;
}

function handle(model: RangeViewModel, side: 'start' | 'end', px: number): TemplateResult {
  const {index, geometry, format, band, moveHandle, say} = model;
  const places = placesIn(index, band);
  const at = places[side === 'start' ? 0 : 1];
  const {top, bottom} = geometry.area;
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    moveHandle(side, step);
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div
    class="handle"
    role="slider"
    tabindex="0"
    data-handle=${side}
    aria-label=${say(side === 'start' ? 'rangeStart' : 'rangeEnd')}
    aria-valuemin="0"
    aria-valuemax=${index.values.length - 1}
    aria-valuenow=${at}
    aria-valuetext=${format.indexText(index, at)}
    .style=${`left:${px}px;top:${top}px;height:${bottom - top}px`}
    @keydown=${onKey}
  ></div>`;
}
