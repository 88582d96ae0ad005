import {html, type TemplateResult} from 'lit';
import type {TooltipModel} from '../charting/tooltip-model.js';

/**
 * All values at one place of the x axis, beside it: to the right of the point in the left half of
 * a plot of `width` CSS px, else to the left.
 */
export function tooltipView({title, items, x, y}: TooltipModel, width: number): TemplateResult {
  const side = x > width / 2 ? `right:calc(100% - ${x}px)` : `left:${x}px`;
  return html`<div part="tooltip" class="tooltip" aria-hidden="true" .style=${`${side};top:${y}px`}>
    <div class="title">${title}</div>
    <ul>
      ${items.map(
        ({name, color, text, isNearest}) =>
          html`<li class=${isNearest ? 'nearest' : ''}>
            <span class="swatch" .style=${`background:${color}`}></span>
            <span class="name">${name}</span>
            <span class="value">${text}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}
