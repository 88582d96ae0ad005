import {html, nothing, type TemplateResult} from 'lit';
import type {TooltipModel} from '../charting/tooltip-model.js';
import type {Say} from '../messages/catalogue.js';
import {swatchStyle} from './swatch-style.js';

/**
 * All values at one place of the x axis. `turn` counts the places shown: whatever moves to another
 * place lets the pointer through until it has rested there.
 */
export function tooltipView(
  model: TooltipModel,
  turn: number,
  say: Say,
  isLinked = false,
): TemplateResult {
  const {title, items, more, total} = model;
  return html`<div
    part="tooltip"
    class="tooltip ${isLinked ? 'linked' : turn % 2 === 0 ? 'even' : 'odd'}"
    aria-hidden="true"
    popover="manual"
  >
    <div class="title">${title}</div>
    <ul>
      ${items.map(
        ({name, color, dash, text, note, isNearest}) =>
          html`<li class=${isNearest ? 'nearest' : ''}>
            <span class="swatch" .style=${swatchStyle(color, dash)}></span>
            <span class="name" dir="auto">${name}</span>
            <span class="value">${text}</span
            >${note ? html`<span class="note">${note}</span>` : nothing}
          </li>`,
      )}
      ${more > 0 ? html`<li class="more-series">${say('moreSeries', {count: more})}</li>` : nothing}
      ${
        total === null
          ? nothing
          : html`<li class="total">
              <span class="name" dir="auto">${say('total')}</span>
              <span class="value">${total}</span>
            </li>`
      }
    </ul>
  </div>`;
}
