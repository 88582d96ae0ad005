import {html, nothing, type TemplateResult} from 'lit';
import type {SeriesLook} from '../charting/series-look.js';
import type {Say} from '../messages/catalogue.js';
import {swatchStyle} from './swatch-style.js';

/**
 * The series by colour, each a button that takes it out of the drawing and back, and how many
 * groups are not drawn. `act` takes every event of the buttons, whose `data-series` is the name.
 */
export function legendView(
  looks: readonly SeriesLook[],
  hidden: ReadonlySet<string>,
  act: (event: Event) => void,
  omittedGroups: number,
  say: Say,
): TemplateResult {
  return html`<ul
    part="legend"
    class="legend"
    @click=${act}
    @keydown=${act}
    @pointerover=${act}
    @pointerleave=${act}
    @focusin=${act}
    @focusout=${act}
  >
    ${looks.map(
      ({name, color, dash}) =>
        html`<li>
          <button
            type="button"
            data-series=${name}
            aria-pressed=${hidden.has(name) ? 'false' : 'true'}
            aria-keyshortcuts="Shift+Enter"
          >
            <span class="swatch" .style=${swatchStyle(color, dash)}></span>
            <span class="name" dir="auto" title=${name}>${name}</span>
          </button>
        </li>`,
    )}
    ${omittedGroups > 0 ? html`<li class="label">${say('omitted', {count: omittedGroups})}</li>` : nothing}
  </ul>`;
}
